namespace CaseManager.Domain.Kernel;

/// <summary>An expected "no": a stable code for programs and translations, a sentence for people, the input field when one is to blame.</summary>
/// <param name="Code"><c>noun.reason</c>, unique in the product, never renamed.</param>
/// <param name="Message">English sentence; carries no names and nothing the caller may not know.</param>
/// <param name="Field">Path of the input field in wire spelling, such as <c>occurredAt.zone</c>.</param>
public sealed record Refusal(string Code, string Message, string? Field = null)
{
    /// <summary>Not there and not yours are the same answer.</summary>
    public static readonly Refusal Unknown = new("record.unknown", "There is no such record.");

    public Refusal At(string field) => this with { Field = field };
}
