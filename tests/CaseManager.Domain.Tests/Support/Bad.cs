using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Tests.Support;

/// <summary>Bad input that every act must refuse in the same way.</summary>
internal static class Bad
{
    public static TheoryData<string?, string> Reasons => Texts(Reason.Longest);

    /// <summary>Texts that no field of that length takes, with the code each is refused by.</summary>
    public static TheoryData<string?, string> Texts(int longest) => new()
    {
        { null, Text.Missing.Code },
        { "", Text.Missing.Code },
        { " \t\n", Text.Missing.Code },
        { new string('x', longest + 1), Text.TooLong.Code },
        { "bell \a", Text.Unprintable.Code },
        { "nul \0", Text.Unprintable.Code },
    };
}
