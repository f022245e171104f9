using System.Collections.Concurrent;
using System.Security.Cryptography;
using CaseManager.Server.Kernel.Postgres;
using Microsoft.IdentityModel.Tokens;

namespace CaseManager.Server.Identity.Development;

/// <summary>The key of each agency's local issuer, kept in a file so that tokens outlive a restart.</summary>
/// <param name="folder">Where the files lie; made when missing, readable by its owner only.</param>
internal sealed class DevelopmentKeys(string folder)
{
    /// <summary>The keys beside the other data of Development: in the repository, else beside the application.</summary>
    internal static DevelopmentKeys Of(IdentitySettings settings, IHostEnvironment environment) =>
        new(Path.Combine(RepositoryRoot.Find() ?? environment.ContentRootPath, settings.KeyFolder));

    private readonly ConcurrentDictionary<string, Lazy<RsaSecurityKey>> keys = new(StringComparer.Ordinal);

    internal SigningCredentials CredentialsOf(string code) => new(KeyOf(code), SecurityAlgorithms.RsaSha256);

    internal RsaSecurityKey KeyOf(string code) =>
        keys.GetOrAdd(code, own => new Lazy<RsaSecurityKey>(() => Load(own))).Value;

    /// <summary>What the issuer's key document shows.</summary>
    internal JsonWebKey PublicKeyOf(string code)
    {
        var key = KeyOf(code);
        var open = JsonWebKeyConverter.ConvertFromRSASecurityKey(
            new RsaSecurityKey(key.Rsa.ExportParameters(includePrivateParameters: false)) { KeyId = key.KeyId });
        open.Use = JsonWebKeyUseNames.Sig;
        open.Alg = SecurityAlgorithms.RsaSha256;
        return open;
    }

    private RsaSecurityKey Load(string code)
    {
        var path = Path.Combine(folder, $"{code}.key");
        if (!File.Exists(path)) Make(path);
        var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(File.ReadAllText(path));
        }
        catch (ArgumentException fault)
        {
            throw new InvalidOperationException($"{path} is not a PEM key; remove it and a new one is made.", fault);
        }
        var key = new RsaSecurityKey(rsa);
        key.KeyId = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        return key;
    }

    private void Make(string path)
    {
        Directory.CreateDirectory(folder);
        using var rsa = RSA.Create(2048);
        var fresh = $"{path}.{Guid.NewGuid():N}";
        var owned = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) owned.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(fresh, owned)) writer.Write(rsa.ExportPkcs8PrivateKeyPem());
        try
        {
            File.Move(fresh, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was first: its key counts.
            File.Delete(fresh);
        }
    }
}
