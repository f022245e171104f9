using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Npgsql;

namespace CaseManager.Server.Kernel.Store;

/// <summary>A statement with its values, to go in a batch of ours or with a session's other changes; each <c>?</c> takes the next value.</summary>
internal sealed record Statement(string Sql, IReadOnlyList<NpgsqlParameter> Values)
{
    // There are few texts, one or two for each view and kind of fact, and every act needs several.
    private static readonly ConcurrentDictionary<string, string> _numbered = new();

    public NpgsqlBatchCommand Command()
    {
        var command = new NpgsqlBatchCommand(_numbered.GetOrAdd(Sql, Numbered));
        foreach (var value in Values)
            command.Parameters.Add(value);
        return command;
    }

    private static string Numbered(string sql)
    {
        var text = new StringBuilder();
        var parts = sql.Split('?');
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0)
                text.Append(CultureInfo.InvariantCulture, $"${i}");
            text.Append(parts[i]);
        }
        return text.ToString();
    }
}
