namespace CaseManager.Domain.Cases;

/// <summary>Longest texts, in UTF-16 units, and largest counts.</summary>
public static class CaseLimits
{
    public const int Title = 200;
    public const int Summary = 4_000;
    public const int EntryText = 10_000;
    public const int SourceReference = 200;
    public const int Tag = 64;
    public const int Tags = 20;
    public const int Attachments = 50;
    public const int AttachmentReference = 2_000;
    public const int AttachmentName = 200;
}
