using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CaseManager.Server.GraphQl.Trusted;

/// <summary>Documents shipped with the clients, by hash: <c>*.graphql</c> files, and JSON manifests from id to text.</summary>
internal sealed class TrustedDocuments
{
    private const string Prefix = "sha256:";

    private readonly Dictionary<string, string> _byHash = new(StringComparer.Ordinal);

    public static TrustedDocuments None { get; } = new();

    public int Count => _byHash.Count;

    /// <exception cref="InvalidOperationException">An id in a manifest is not the hash of its text.</exception>
    public static TrustedDocuments In(string folder)
    {
        var documents = new TrustedDocuments();
        if (!Directory.Exists(folder))
            return documents;
        foreach (var file in Directory.EnumerateFiles(folder, "*.graphql").Order(StringComparer.Ordinal))
            documents.Add(File.ReadAllText(file));
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
            foreach (var (id, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file)) ?? [])
                documents.Add(id, text, file);
        return documents;
    }

    public void Add(string text) => _byHash[Sha256(text)] = text;

    public string? Find(string id) => _byHash.GetValueOrDefault(Bare(id));

    public bool Contains(string text) => _byHash.Count > 0 && _byHash.ContainsKey(Sha256(text));

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
