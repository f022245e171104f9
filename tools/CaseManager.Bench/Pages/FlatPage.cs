using System.Text.Json;
using CaseManager.Bench.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Npgsql;
using NpgsqlTypes;

namespace CaseManager.Bench.Pages;

/// <summary>The page as plain SQL and a minimal API would give it to anybody: one keyset statement, straight to JSON, no law, no token.</summary>
internal sealed class FlatPage(NpgsqlDataSource pool)
{
    private const string Sql = """
        select id, text, occurred_at, recorded_at, tags, corrected from rm.timeline_entry
        where "case" = $1 and superseded_at is null and (occurred_at, id) < ($2, $3) order by occurred_at desc, id desc limit 51
        """;

    public void Map(WebApplication app) => app.MapGet("/bench/page", async (HttpContext http, Guid file, DateTime? before, Guid? id) =>
    {
        http.Response.ContentType = "application/json";
        await using var command = pool.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = file, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new() { Value = before?.ToUniversalTime() ?? DateTime.MaxValue.ToUniversalTime(), NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = id ?? Guid.Empty, NpgsqlDbType = NpgsqlDbType.Uuid });
        await using var rows = await command.ExecuteReaderAsync();
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter);
        json.WriteStartArray();
        for (var i = 0; i < 50 && await rows.ReadAsync(); i++)
        {
            json.WriteStartObject();
            json.WriteString("id", rows.GetGuid(0));
            json.WriteString("text", rows.GetString(1));
            json.WriteString("occurredAt", rows.GetDateTime(2));
            json.WriteString("recordedAt", rows.GetDateTime(3));
            json.WriteStartArray("tags");
            foreach (var tag in rows.GetFieldValue<string[]>(4))
                json.WriteStringValue(tag);
            json.WriteEndArray();
            json.WriteBoolean("corrected", rows.GetBoolean(5));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        await json.FlushAsync();
    });

    /// <summary>The place behind which the page of that number begins, counted from 1.</summary>
    public async Task<string> PathOf(int onCase, int page)
    {
        var file = Seeded.Case(onCase).Value;
        if (page == 1)
            return $"/bench/page?file={file}";
        await using var command = pool.CreateCommand(
            """select occurred_at, id from rm.timeline_entry where "case" = $1 and superseded_at is null order by occurred_at desc, id desc offset $2 limit 1""");
        command.Parameters.Add(new() { Value = file });
        command.Parameters.Add(new() { Value = (page - 1) * 50 - 1 });
        await using var rows = await command.ExecuteReaderAsync();
        await rows.ReadAsync();
        return $"/bench/page?file={file}&before={Uri.EscapeDataString(rows.GetDateTime(0).ToString("O"))}&id={rows.GetGuid(1)}";
    }
}
