using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CaseManager.Domain.Kernel;
using Npgsql;

namespace CaseManager.Server.Kernel.Reading;

/// <summary>
/// Sealed places in a list: nobody reads keys out of one, nobody makes one, and one serves only the list and the person it was given for.
/// The same place gives the same text, so that two answers about the same world do not differ.
/// </summary>
public sealed class Cursors : IDisposable
{
    private readonly AesGcm _seal;
    private readonly byte[] _nonceKey;

    public Cursors(byte[] secret)
    {
        _seal = new AesGcm(HKDF.Expand(HashAlgorithmName.SHA256, secret, 32, "cursor-seal"u8.ToArray()), AesGcm.TagByteSizes.MaxSize);
        _nonceKey = HKDF.Expand(HashAlgorithmName.SHA256, secret, 32, "cursor-nonce"u8.ToArray());
    }

    /// <summary>All nodes on one database share its secret.</summary>
    public static async Task<Cursors> From(NpgsqlDataSource database, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            "insert into cm.secret (name, value) values ('cursors', $1) on conflict (name) do update set name = excluded.name returning value");
        command.Parameters.Add(new() { Value = RandomNumberGenerator.GetBytes(32) });
        return new Cursors((byte[])(await command.ExecuteScalarAsync(cancel))!);
    }

    public string Seal(string list, OfficerId officer, IReadOnlyList<string> keys)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(keys);
        var bound = Bound(list, officer);
        var sealedPlace = new byte[12 + plain.Length + 16];
        byte[] place = [.. bound, .. plain];
        HMACSHA256.HashData(_nonceKey, place).AsSpan(0, 12).CopyTo(sealedPlace);
        lock (_seal)
            _seal.Encrypt(sealedPlace.AsSpan(0, 12), plain, sealedPlace.AsSpan(12, plain.Length), sealedPlace.AsSpan(12 + plain.Length), bound);
        return Base64Url.EncodeToString(sealedPlace);
    }

    /// <exception cref="BadCursorException">Not sealed here, or for another list, order, filter or person.</exception>
    public IReadOnlyList<string> Open(string list, OfficerId officer, string cursor)
    {
        if (cursor.Length > 4096 || !Base64Url.IsValid(cursor))
            throw new BadCursorException();
        var sealedPlace = Base64Url.DecodeFromChars(cursor);
        if (sealedPlace.Length < 28)
            throw new BadCursorException();
        var plain = new byte[sealedPlace.Length - 28];
        try
        {
            lock (_seal)
                _seal.Decrypt(sealedPlace.AsSpan(0, 12), sealedPlace.AsSpan(12, plain.Length), sealedPlace.AsSpan(12 + plain.Length), plain, Bound(list, officer));
        }
        catch (CryptographicException)
        {
            throw new BadCursorException();
        }
        return JsonSerializer.Deserialize<string[]>(plain)!;
    }

    public void Dispose() => _seal.Dispose();

    private static byte[] Bound(string list, OfficerId officer) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{officer.Value:N}\n{list}"));
}
