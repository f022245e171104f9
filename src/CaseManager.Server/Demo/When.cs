namespace CaseManager.Server.Demo;

/// <summary>A time as an officer says it: a moment, a range, a day or a part of one.</summary>
internal sealed record When(
    string Zone, string? At = null, string? From = null, string? Until = null, string? Date = null, string? Part = null, string? Said = null)
{
    public const string Toronto = "America/Toronto";
    public const string NewYork = "America/New_York";
    public const string Amsterdam = "Europe/Amsterdam";
    public const string Mazatlan = "America/Mazatlan";

    public static When Moment(string at, string zone = Toronto) => new(zone, At: at);

    public static When Between(string from, string until, string zone = Toronto) => new(zone, From: from, Until: until);

    public static When Day(string date, string zone = Toronto, string? said = null) => new(zone, Date: date, Said: said);

    public static When PartOf(string date, string part, string? said = null, string zone = Toronto) => new(zone, Date: date, Part: part, Said: said);
}
