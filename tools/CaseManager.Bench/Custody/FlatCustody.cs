using System.Text.Json;
using CaseManager.Bench.World;
using CaseManager.Domain.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace CaseManager.Bench.Custody;

/// <summary>An exhibit with its chain, and who held it at a time, as plain SQL and a minimal API would give them to anybody.</summary>
internal sealed class FlatCustody(NpgsqlDataSource pool)
{
    private const string Chain = "select number, description, seal, status, holder, hand_overs::text from rm.exhibit where id = $1 and superseded_at is null";

    private const string Held = """
        select coalesce(h.holder, h.first) from (
            select (select (o ->> 'to')::uuid from jsonb_array_elements(x.hand_overs) o
                    where o ->> 'outcome' = 'Accepted' and (o ->> 'handedOverAt')::timestamptz <= $2 order by o ->> 'handedOverAt' desc limit 1) as holder,
                   coalesce((x.hand_overs -> 0 ->> 'from')::uuid, x.holder) as first
            from rm.exhibit x where x.id = $1 and x.superseded_at is null) h
        """;

    public void Map(WebApplication app)
    {
        app.MapGet("/bench/custody", async (HttpContext http, Guid exhibit) =>
        {
            await using var command = pool.CreateCommand(Chain);
            command.Parameters.Add(new() { Value = exhibit });
            await using var rows = await command.ExecuteReaderAsync();
            await rows.ReadAsync();
            http.Response.ContentType = "application/json";
            await using var json = new Utf8JsonWriter(http.Response.BodyWriter);
            json.WriteStartObject();
            for (var i = 0; i < 4; i++)
                json.WriteString(rows.GetName(i), rows.GetString(i));
            json.WriteString("holder", rows.GetGuid(4));
            json.WritePropertyName("chain");
            json.WriteRawValue(rows.GetString(5));
            json.WriteEndObject();
            await json.FlushAsync();
        });
        app.MapGet("/bench/held", async (HttpContext http, Guid exhibit, DateTime at) =>
        {
            await using var command = pool.CreateCommand(Held);
            command.Parameters.Add(new() { Value = exhibit });
            command.Parameters.Add(new() { Value = at.ToUniversalTime() });
            await http.Response.WriteAsJsonAsync(await command.ExecuteScalarAsync());
        });
    }

    public static string ChainOf(ExhibitId exhibit) => $"/bench/custody?exhibit={exhibit.Value}";

    public static string HeldAt(ExhibitId exhibit, DateTimeOffset at) => $"/bench/held?exhibit={exhibit.Value}&at={Uri.EscapeDataString(at.UtcDateTime.ToString("O"))}";
}
