using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Tests.Kernel;

public sealed class GradeTests
{
    [Theory]
    [InlineData(GradeScheme.Admiralty6X6, "A B C D E F", "1 2 3 4 5 6")]
    [InlineData(GradeScheme.Europol4X4, "A B C X", "1 2 3 4")]
    [InlineData(GradeScheme.Uk3X5X2, "1 2 3", "A B C D E")]
    [InlineData(GradeScheme.Uk5X5X5, "A B C D E", "1 2 3 4 5")]
    public void A_scheme_has_these_codes_and_no_others(GradeScheme scheme, string sources, string information)
    {
        for (var c = '\0'; c < 256; c++)
        {
            var code = c.ToString();
            Assert.Equal(sources.Split(' ').Contains(code), Check(scheme, code, information[..1]) is null);
            Assert.Equal(information.Split(' ').Contains(code), Check(scheme, sources[..1], code) is null);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("AB")]
    [InlineData(null)]
    public void A_code_is_one_sign(string? code)
    {
        Assert.Equal(Grade.UnknownSource.At("grade.source"), Check(GradeScheme.Admiralty6X6, code!, "1"));
        Assert.Equal(Grade.UnknownInformation.At("grade.information"), Check(GradeScheme.Admiralty6X6, "A", code!));
    }

    [Fact]
    public void A_scheme_is_one_of_the_list() => Assert.Equal(Choice.Unlisted.At("grade.scheme"), Check((GradeScheme)8, "A", "1"));

    [Fact]
    public void No_grade_is_no_fault() => Assert.Null(Grade.Check(null, "grade"));

    private static Refusal? Check(GradeScheme scheme, string source, string information) =>
        Grade.Check(new Grade(scheme, source, information), "grade");
}
