namespace CaseManager.Server.Kernel.Reading;

/// <summary>The bands of age by which records are counted.</summary>
internal static class AgeBand
{
    /// <summary>The column <c>ageBand</c>, from the time in <paramref name="column"/> until now.</summary>
    public static Column Since(string column) => new("ageBand",
        $"case when now() - {column} < interval '30 days' then 'UNDER_30_DAYS' when now() - {column} < interval '90 days' then 'UNDER_90_DAYS' "
        + $"when now() - {column} < interval '1 year' then 'UNDER_1_YEAR' else 'OVER_1_YEAR' end",
        ColumnKind.Text, typeof(string), Nullable: false, Filterable: false, Sortable: false) { Computed = true };
}
