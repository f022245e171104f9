using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Tests.Kernel;

public sealed class TextTests
{
    // Not among the theories' data: the runner itself cannot carry half a pair from discovery to the test.
    [Fact]
    public void Half_a_surrogate_pair_is_no_text()
    {
        Assert.Equal(Text.Unprintable.At("text"), Text.Check("half a pair \ud83d", 100, "text"));
        Assert.Equal(Text.Unprintable.At("text"), Text.Check("\ude00\ud83d", 100, "text"));
        Assert.Null(Text.Check("a whole one \ud83d\ude00", 100, "text"));
    }

    [Fact]
    public void Lines_and_tabs_are_text() => Assert.Null(Text.Check("one\r\n\ttwo", 100, "text"));

    [Fact]
    public void The_longest_text_is_not_too_long()
    {
        Assert.Null(Text.Check(new string('x', 100), 100, "text"));
        Assert.Equal("input.too-long", Text.Check(new string('x', 101), 100, "text")?.Code);
    }

    [Fact]
    public void What_is_optional_may_be_absent()
    {
        Assert.Null(Text.CheckOptional(null, 100, "text"));
        Assert.Equal("input.too-long", Text.CheckOptional(new string('x', 101), 100, "text")?.Code);
    }
}
