using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Evidence;

/// <summary>The number on a seal, as it is compared: in capitals, single blanks, none around it.</summary>
public readonly record struct Seal(string Text)
{
    // The seal is read aloud by the receiver: a blank must not match a blank.
    public static Refusal? Check(string? seal, string field) => Kernel.Text.Check(seal, ExhibitLimits.Seal, field);

    public static Refusal? CheckOptional(string? seal, string field) => seal is null ? null : Check(seal, field);

    public static Seal Of(string seal) =>
        new(string.Join(' ', seal.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant());

    public override string ToString() => Text;
}
