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
    public const int MostWeighed = 500;

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
    /// By execute, so that it is planned for the words asked: a rare one by the index of words, a common one by the latest rows. What is
    /// common among the rows in view only, such as the officer of a case, the planner cannot know: the latest 200 tell.
    /// </summary>
    public static string Function(IView view) => view.Searched is null ? "" : string.Create(CultureInfo.InvariantCulture,
        $"""
        create or replace function {Matches(view)}(asked tsquery) returns table (id uuid, rank real, changed_at timestamptz)
            language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_bitmapscan = on as $f$
        declare
            labels constant int[] := nullif(current_setting('cm.labels', true), '')::int[];
            common boolean;
        begin
            execute 'select count(*) >= 20 from (select t.words from {ViewTable.Name(view)} t
                where t.label = any($2){Current(view)} order by t.changed_at desc limit 200) l where l.words @@ $1' into common using asked, labels;
            if common then
                perform set_config('enable_bitmapscan', 'off', true);
            end if;
            return query execute 'select t.id, ts_rank(t.words, $1), t.changed_at from {ViewTable.Name(view)} t
                where t.words @@ $1 and t.label = any($2){Current(view)} order by t.changed_at desc limit {MostWeighed}' using asked, labels;
        end $f$;
        revoke all on function {Matches(view)}(tsquery) from public;
        grant execute on function {Matches(view)}(tsquery) to cm_read;
        """);

    private static string Current(IView view) => view.Temporal ? " and t.superseded_at is null" : "";

    private static string Now(IView view) => view.Temporal ? " where superseded_at is null" : "";
}
