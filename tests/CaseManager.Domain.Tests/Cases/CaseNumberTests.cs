using CaseManager.Domain.Cases;

namespace CaseManager.Domain.Tests.Cases;

public sealed class CaseNumberTests
{
    [Theory]
    [InlineData("NG-2026-014", "NG", 2026)]
    [InlineData("OPS-2026-207", "OPS", 2026)]
    [InlineData("NL-2026-77", "NL", 2026)]
    [InlineData("A1-1990-123456", "A1", 1990)]
    public void It_reads_series_and_year(string text, string series, int year)
    {
        Assert.True(CaseNumber.TryParse(text, "number", out var number, out _));
        Assert.Equal((text, series, year), (number.ToString(), number.Series, number.Year));
    }

    [Fact]
    public void What_is_malformed_names_the_field()
    {
        Assert.False(CaseNumber.TryParse("14", "where.number", out _, out var refusal));
        Assert.Equal(CaseNumber.Malformed.At("where.number"), refusal);
    }

    [Fact]
    public void One_that_was_never_set_is_refused() =>
        Assert.Equal(CaseNumber.Malformed.Code, CaseNumber.Check(default, "number")?.Code);
}
