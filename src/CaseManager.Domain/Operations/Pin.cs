using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Operations;

/// <summary>
/// Names one state of the plan: its number, the decisions taken so far and how often each site's readiness has turned.
/// Votes and go are bound to it: when any of these moves, the pin is another and they no longer count.
/// </summary>
public readonly record struct Pin(string Text)
{
    public static readonly Refusal Malformed = new("operation.bad-pin", "A pin is 64 hexadecimal digits, as the board shows it.");
    public static readonly Refusal Stale = new("operation.stale-pin", "Plan, readiness or decisions have changed since: look at the board again.");

    /// <param name="turns">Of each site: itself and how often it has turned, in any order.</param>
    public static Pin Of(int plan, int decisions, IEnumerable<(SiteId Site, long Turns)> turns)
    {
        var text = string.Join('\n', turns.OrderBy(t => t.Site.Value)
            .Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Site.Value:N} {t.Turns}"))
            .Prepend(string.Create(CultureInfo.InvariantCulture, $"{plan} {decisions}")));
        return new Pin(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    public static Refusal? Check(Pin pin, string field) =>
        pin.Text is { Length: 64 } text && text.All(char.IsAsciiHexDigitLower) ? null : Malformed.At(field);

    public override string ToString() => Text;
}
