using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Store;
using Npgsql;

namespace CaseManager.Server.Kernel.Searching;

/// <summary>Finds rows of a view for the product itself, whoever may read them: nothing that it finds is anybody's answer.</summary>
/// <remarks>On few connections of its own: nobody's request waits for it.</remarks>
public sealed class Unveiled(string connectionString) : IDisposable
{
    private readonly NpgsqlDataSource _own = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(connectionString) { MinPoolSize = 0, MaxPoolSize = 4 });

    /// <param name="where">SQL over the row as <c>t</c>, with <c>$1</c> and so on for the values.</param>
    public async Task<IReadOnlyList<TRow>> Rows<TRow>(View<TRow> view, string where, IReadOnlyList<object> values, CancellationToken cancel) where TRow : class
    {
        await using var command = _own.CreateCommand($"select {view.Shape.ColumnList} from {ViewTable.Name(view)} t where {where}");
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<TRow>();
        while (await rows.ReadAsync(cancel))
            found.Add((TRow)view.Shape.Read(rows));
        return found;
    }

    public void Dispose() => _own.Dispose();
}
