namespace CaseManager.Domain.Kernel;

/// <summary>The check of a value from a closed list: a number outside it can reach us through a cast or a newer partner.</summary>
public static class Choice
{
    public static readonly Refusal Unlisted = new("input.unlisted", "The value is not one of the list.");

    public static Refusal? Check<TEnum>(TEnum value, string field) where TEnum : struct, Enum =>
        Enum.IsDefined(value) ? null : Unlisted.At(field);

    public static Refusal? CheckOptional<TEnum>(TEnum? value, string field) where TEnum : struct, Enum =>
        value is { } chosen ? Check(chosen, field) : null;
}
