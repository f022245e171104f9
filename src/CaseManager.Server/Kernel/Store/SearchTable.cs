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
    /// <summary>Most matches of a kind that are weighed, the last changed ones. By whichever way: which it is may depend on hidden rows.</summary>
    public const int MostWeighed = 200;

    // Of so many rows, from how many a word is common: from there on it is sooner found among the latest than by its index.
    private const int LookedAt = 60;
    private const int CommonFrom = 2;

    /// <summary>What the expression of the words calls the row: the filling function has that name, a statement that writes an alias.</summary>
    public const string Row = "written";

    private const string Filler = "cm." + Row;

    public static string Matches(IView view) => $"cm.matches_{view.Table}";

    /// <summary>Works the words out while a new table is filled; afterwards each row is written with its own (<see cref="Filled"/>).</summary>
    public static string Column(IView view) => view.Searched is not { } searched ? ""
        : view.Temporal ? $"words tsvector generated always as (case when superseded_at is null then {Filler}({searched.Columns(view.Shape)}) end) stored, "
        : $"words tsvector generated always as ({Filler}({searched.Columns(view.Shape)})) stored, ";

    /// <summary>
    /// What <see cref="Column"/> calls. Not for acts: a function's expressions are made ready anew in each transaction, which for one row
    /// takes as long as the words. In a statement that the database keeps they are ready.
    /// </summary>
    public static string Fill(IView view) => view.Searched is not { } searched ? "" :
        $"""
        create or replace function {Filler}({searched.Parameters(view.Shape)}) returns tsvector
            language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $f$
        begin
            return {searched.Words(view.Shape, Row)};
        end $f$;
        """;

    public static string Filled(IView view) => view.Searched is not { } searched ? "" :
        $"alter table {ViewTable.Name(view)} alter column words drop expression; drop function {Filler}({searched.Parameters(view.Shape)});";

    /// <remarks>With the label in the index of the latest, the database passes over what is hidden without looking at the rows.</remarks>
    public static string Indexes(IView view, string name) => view.Searched is null ? "" :
        $"create index {name}_words on {Schemas.Views}.{name} using gin (words){Now(view)};"
        + (view.Temporal ? $"create index {name}_latest on {Schemas.Views}.{name} (changed_at, label) where superseded_at is null;"
            : $"create index {name}_latest on {Schemas.Views}.{name} (changed_at, label);");

    /// <summary>
    /// Questions whose plans are kept: a rare word goes by the index of words, a common one by the latest rows in view. Which it is, the first of
    /// these tell, or those that the table's random ids put first. The order inside, <c>materialized</c> and the settings keep each to its way, for a kept plan knows no word.
    /// </summary>
    public static string Function(IView view) => view.Searched is null ? "" : string.Create(CultureInfo.InvariantCulture,
        $"""
        create or replace function {Matches(view)}(asked tsquery, most int) returns table (id uuid, rank real, changed_at timestamptz)
            language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off set enable_sort = off as $f$
        #variable_conflict use_column
        declare
            labels constant int[] := {ReadableLabels.Numbers};
            common boolean;
        begin
            select count(*) >= {CommonFrom} into common from (select t.words from {ViewTable.Name(view)} t
                where t.label = any(labels){Current(view)} order by t.changed_at desc limit {LookedAt}) l where l.words @@ asked;
            if not common then
                select count(*) >= {CommonFrom} into common from (select t.words from {ViewTable.Name(view)} t where true{Current(view)}
                    order by t.id limit {LookedAt}) l where l.words @@ asked;
            end if;
            if common then
                return query select l.id, ts_rank(l.words, asked), l.changed_at from (
                    select t.id, t.words, t.changed_at from {ViewTable.Name(view)} t where t.label = any(labels){Current(view)}
                    order by t.changed_at desc offset 0) l where l.words @@ asked limit most;
            else
                return query with m as materialized (
                    select t.id, t.words, t.changed_at, t.label from {ViewTable.Name(view)} t where t.words @@ asked{Current(view)})
                    select m.id, ts_rank(m.words, asked), m.changed_at from m where m.label = any(labels) order by m.changed_at desc limit most;
            end if;
        end $f$;
        revoke all on function {Matches(view)}(tsquery, int) from public;
        grant execute on function {Matches(view)}(tsquery, int) to cm_read;
        """);

    private static string Current(IView view) => view.Temporal ? " and t.superseded_at is null" : "";

    private static string Now(IView view) => view.Temporal ? " where superseded_at is null" : "";
}
