using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CaseManager.Server.GraphQl.Trusted;

/// <summary>Documents shipped with the clients, by hash: <c>*.graphql</c> files, and JSON manifests from id to text.</summary>
/// <param name="app">The manifest of the web app that this server hands out, there or not yet.</param>
internal sealed class TrustedDocuments(string? app = null)
{
    private const string Prefix = "sha256:";

    private readonly ConcurrentDictionary<string, string> _byHash = new(StringComparer.Ordinal);
    private readonly Lock _turn = new();
    private DateTime _taken;

    public static TrustedDocuments None { get; } = new();

    public int Count => _byHash.Count;

    /// <exception cref="InvalidOperationException">An id in a manifest is not the hash of its text.</exception>
    public static TrustedDocuments In(string folder, string? app = null)
    {
        var documents = new TrustedDocuments(app);
        if (Directory.Exists(folder))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*.graphql").Order(StringComparer.Ordinal))
                documents.Add(File.ReadAllText(file));
            foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
                documents.AddManifest(file);
        }
        documents.TakeFromApp();
        return documents;
    }

    public void Add(string text) => _byHash[Sha256(text)] = text;

    public string? Find(string id) => ByHash(Bare(id));

    public bool Contains(string text) => ByHash(Sha256(text)) is not null;

    // Development builds the app while the server runs, and again. What a page that is still open asks stays known.
    private string? ByHash(string hash) =>
        _byHash.GetValueOrDefault(hash) ?? (TakeFromApp() ? _byHash.GetValueOrDefault(hash) : null);

    /// <summary>Whether there was something new to take.</summary>
    private bool TakeFromApp()
    {
        if (app is null || !File.Exists(app))
            return false;
        lock (_turn)
        {
            var built = File.GetLastWriteTimeUtc(app);
            if (built == _taken)
                return false;
            AddManifest(app);
            _taken = built;
            return true;
        }
    }

    private void AddManifest(string file)
    {
        foreach (var (id, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file)) ?? [])
            Add(id, text, file);
    }

    private void Add(string id, string text, string file)
    {
        if (Bare(id) != Sha256(text) && Bare(id) != Md5(text))
            throw new InvalidOperationException($"{file}: {id} is not the hash of its document.");
        _byHash[Bare(id)] = text;
        Add(text);
    }

    private static string Bare(string id) =>
        (id.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? id[Prefix.Length..] : id).ToLowerInvariant();

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

#pragma warning disable CA5351 // MD5 is what Relay names documents by; it identifies what we shipped and protects nothing.
    private static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351
}
