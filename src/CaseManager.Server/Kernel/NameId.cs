using System.Security.Cryptography;
using System.Text;

namespace CaseManager.Server.Kernel;

/// <summary>Name-based ids (RFC 9562 version 5): the same kind and name give the same id on every machine.</summary>
public static class NameId
{
    // Drawn once at random. Changing it would give every officer another id.
    private static readonly byte[] Space = new Guid("5e808313-81d6-4117-8b83-da5e75098cbb").ToByteArray(bigEndian: true);

#pragma warning disable CA5350 // RFC 9562 prescribes SHA-1 for version 5; the names come from agencies' own issuers.
    public static Guid For(string kind, string name)
    {
        byte[] named = [.. Space, .. Encoding.UTF8.GetBytes($"{kind}:{name}")];
        var id = SHA1.HashData(named).AsSpan(0, 16);
        id[6] = (byte)(0x50 | (id[6] & 0x0F));
        id[8] = (byte)(0x80 | (id[8] & 0x3F));
        return new Guid(id, bigEndian: true);
    }
#pragma warning restore CA5350
}
