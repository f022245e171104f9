using CaseManager.Server.Kernel.Store;
using CaseManager.Server.Tests.Support;
using Npgsql;
using Xunit;

namespace CaseManager.Server.Tests.Store;

/// <summary>The set of labels as the database's policies take it.</summary>
public sealed class ReadableLabelsTests
{
    private const int Last = 80;

    [Fact]
    public async Task Exactly_the_numbers_that_were_put_in_are_among_them()
    {
        await using var connection = await Query.Open(await TestPostgres.NewDatabase());
        var chance = new Random(20261123);
        int[][] sets =
        [
            [], [1], [7], [8], [9], [15, 16], [Last], [.. Enumerable.Range(1, Last)],
            .. Enumerable.Range(0, 20).Select(_ => Enumerable.Range(1, Last).Where(n => chance.Next(3) == 0).ToArray()),
        ];
        foreach (var set in sets)
        {
            // In two steps, as a standing gets labels that are added.
            var bits = ReadableLabels.With(ReadableLabels.With([], set.Take(set.Length / 2)), set.Skip(set.Length / 2));
            await Numbers(connection, $"select set_config('cm.labels', '{ReadableLabels.Text(bits)}', false) is null, 0");
            Assert.Equal(set, await Among(connection));
            Assert.Equal(set, await Numbers(connection, $"select true, n from unnest({ReadableLabels.Numbers}) n order by n"));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x")]
    public async Task Where_nothing_was_set_there_is_none(string? text)
    {
        await using var connection = await Query.Open(await TestPostgres.NewDatabase());
        if (text is not null)
            await Numbers(connection, $"select set_config('cm.labels', '{text}', false) is null, 0");
        Assert.Empty(await Among(connection));
        Assert.Empty(await Numbers(connection, $"select true, n from unnest({ReadableLabels.Numbers}) n"));
        Assert.Empty(await Numbers(connection, $"select true, 0 where {ReadableLabels.Has("null::int")}"));
    }

    // Far more numbers than any of the sets has bits for.
    private static Task<List<int>> Among(NpgsqlConnection connection) =>
        Numbers(connection, $"select true, n from generate_series(1, {Last * 100}) n where {ReadableLabels.Has("n")} order by n");

    private static async Task<List<int>> Numbers(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync();
        var numbers = new List<int>();
        while (await rows.ReadAsync())
            numbers.Add(rows.GetInt32(1));
        return numbers;
    }
}
