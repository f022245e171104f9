using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;
using Npgsql;

namespace CaseManager.Server.Kernel.Rights;

/// <summary>
/// Labels under small numbers: judged once per label and request, never per row. Numbers are given in the order of commit,
/// so that who has seen number n has seen all before it.
/// </summary>
/// <remarks>
/// On few connections of its own: acts ask in the middle of their transaction, and as many as the pool has connections would wait for one
/// more until their time was out.
/// </remarks>
public sealed class Labels(string connectionString) : IDisposable
{
    private const int Connections = 2;
    private static readonly Comparer<(int Number, Label Label)> ByNumber = Comparer<(int Number, Label Label)>.Create((a, b) => a.Number.CompareTo(b.Number));

    private readonly NpgsqlDataSource _own = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(connectionString) { MinPoolSize = 0, MaxPoolSize = Connections });

    private readonly ConcurrentDictionary<Label, int> _numbers = new();
    private readonly ConcurrentDictionary<int, Label> _labels = new();
    private readonly List<(int Number, Label Label)> _known = [];
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>The label's number; a new label is committed at once, on its own: unused labels do no harm.</summary>
    public async ValueTask<int> Number(Label label, CancellationToken cancel)
    {
        label = label.InOrder();
        if (_numbers.TryGetValue(label, out var number))
            return number;
        var body = JsonSerializer.Serialize(label, FactJson.Options);
        await using var connection = await _own.OpenConnectionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("select pg_advisory_xact_lock(72190002)"),
                new("insert into cm.label (hash, body) values ($1, $2::jsonb) on conflict (hash) do nothing")
                {
                    Parameters = { new() { Value = Hash(body) }, new() { Value = body } },
                },
                new("select id from cm.label where hash = $1") { Parameters = { new() { Value = Hash(body) } } },
            },
        };
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        await rows.NextResultAsync(cancel);
        await rows.ReadAsync(cancel);
        number = rows.GetInt32(0);
        _numbers[label] = number;
        _labels[number] = label;
        return number;
    }

    /// <summary>All labels after <paramref name="after"/> up to <paramref name="highest"/>, in the order of their numbers; reads those not yet known here.</summary>
    public async ValueTask<IReadOnlyList<(int Number, Label Label)>> Between(int after, int highest, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            var seen = _known is [.., var last] ? last.Number : 0;
            if (seen < highest)
                await ReadAfter(seen, cancel);
            return _known[Place(after)..Place(highest)];
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The label of a row that a caller was shown: to be shown it was judged, or written, on this node.</summary>
    public Label Seen(int number) => _labels.TryGetValue(number, out var label) ? label : throw new InvalidOperationException("A row was shown whose label nobody has judged.");

    public async ValueTask<Label> Of(int number, CancellationToken cancel)
    {
        if (!_labels.ContainsKey(number))
            await Between(number, number, cancel);
        return _labels.TryGetValue(number, out var label)
            ? label
            : throw new InvalidOperationException("A fact carries a label that is not interned.");
    }

    public void Dispose()
    {
        _turn.Dispose();
        _own.Dispose();
    }

    // How many labels have that number or a smaller one.
    private int Place(int number)
    {
        var place = _known.BinarySearch((number, null!), ByNumber);
        return place < 0 ? ~place : place + 1;
    }

    private async Task ReadAfter(int seen, CancellationToken cancel)
    {
        await using var connection = await _own.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand("select id, body::text from cm.label where id > $1 order by id", connection)
        {
            Parameters = { new() { Value = seen } },
        };
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            var label = JsonSerializer.Deserialize<Label>(rows.GetString(1), FactJson.Options)!;
            _known.Add((rows.GetInt32(0), label));
            _labels[rows.GetInt32(0)] = label;
            _numbers[label] = rows.GetInt32(0);
        }
    }

    private static byte[] Hash(string body) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(body));
}
