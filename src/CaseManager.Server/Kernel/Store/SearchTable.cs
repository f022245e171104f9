using System.Globalization;
using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Kernel.Store;

/// <summary>The SQL by which rows of a view are found: their words, an index on them, and the function that looks.</summary>
/// <remarks>
/// A reader's own statement could not use the index: the database asks the policy about each row before an operator that might leak,
/// and text search is one. So the function looks as the owner of the tables, and takes up the same labels itself: nothing outside
/// them is matched, counted or weighed.
/// </remarks>
internal static class SearchTable
{
    /// <summary>Most matches of a kind that are weighed; the last changed ones.</summary>
    public const int MostWeighed = 2_000;

    public static string Matches(IView view) => $"cm.matches_{view.Table}";

    public static string Column(IView view) => view.Searched is not { } searched ? ""
        : view.Temporal ? $"words tsvector generated always as (case when superseded_at is null then {searched.Words(view.Shape)} end) stored, "
        : $"words tsvector generated always as ({searched.Words(view.Shape)}) stored, ";

    public static string Indexes(IView view, string name) => view.Searched is null ? "" :
        $"create index {name}_words on {Schemas.Views}.{name} using gin (words){Now(view)};"
        + (view.Temporal ? $"create index {name}_latest on {Schemas.Views}.{name} (changed_at) where superseded_at is null;"
            : $"create index {name}_latest on {Schemas.Views}.{name} (changed_at);");

    /// <summary>By execute, so that it is planned for the words asked: a rare one by the index of words, a common one by the latest rows.</summary>
    public static string Function(IView view) => view.Searched is null ? "" : string.Create(CultureInfo.InvariantCulture,
        $"""
        create or replace function {Matches(view)}(asked tsquery) returns table (id uuid, rank real, changed_at timestamptz)
            language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $f$
        begin
            return query execute 'select t.id, ts_rank(t.words, $1), t.changed_at from {ViewTable.Name(view)} t
                where t.words @@ $1 and t.label = any($2){(view.Temporal ? " and t.superseded_at is null" : "")} order by t.changed_at desc limit {MostWeighed}'
                using asked, nullif(current_setting('cm.labels', true), '')::int[];
        end $f$;
        revoke all on function {Matches(view)}(tsquery) from public;
        grant execute on function {Matches(view)}(tsquery) to cm_read;
        """);

    private static string Now(IView view) => view.Temporal ? " where superseded_at is null" : "";

    /// <summary>Words of a record in three readings, and its marks: numbers without what is between letters and digits, tags, officers.</summary>
    public const string Words =
        """
        create or replace function cm.words_1(numbers text[], titles text, prose text, tags text[], people uuid[]) returns tsvector
            language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $f$
        declare
            marks text[];
            bare constant text := translate(titles || ' ' || prose, 'ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿ', 'AAAAAACEEEEIIIINOOOOOUUUUYaaaaaaceeeeiiiinooooouuuuyy');
        begin
            select array_agg(distinct m) into marks from (
                select '#' || regexp_replace(lower(n), '[^a-z0-9]', '', 'g') from unnest(numbers) n where n is not null
                union all select '+' || lower(g) from unnest(tags) g
                union all select '@' || p::text from unnest(people) p where p is not null) x(m);
            return coalesce(array_to_tsvector(marks), '')
                || setweight(to_tsvector('simple', coalesce(array_to_string(numbers, ' '), '') || ' ' || titles), 'A')
                || setweight(to_tsvector('simple', coalesce(array_to_string(tags, ' '), '')), 'B')
                || setweight(to_tsvector('english', titles), 'B') || setweight(to_tsvector('french', titles), 'B')
                || to_tsvector('english', prose) || to_tsvector('french', prose)
                || case when bare <> titles || ' ' || prose then to_tsvector('simple', bare) else '' end;
        end $f$;
        """;
}
