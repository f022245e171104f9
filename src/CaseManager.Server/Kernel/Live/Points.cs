using System.Globalization;
using System.Security.Cryptography;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.Kernel.Live;

/// <summary>Points as people hold them: sealed, for one person, and never twice the same, so that two of them do not tell whether anything happened between.</summary>
public sealed class Points(Cursors cursors)
{
    private const string List = "point";

    // The running transactions of others must not show, neither by how long the text is.
    private const int Step = 192;

    internal string Seal(OfficerId officer, Point point)
    {
        string[] keys =
        [
            point.Seen, point.Shown ?? "", point.Part?.Upto ?? "", Number(point.Part?.ChangedAt.UtcTicks),
            point.Part?.Row.ToString("N") ?? "", point.Part?.About.ToString("N") ?? "",
            Number(point.Under?.At.UtcTicks), Number(point.Under?.Epoch), Number(point.Under?.Until?.UtcTicks),
        ];
        var length = keys.Sum(k => k.Length);
        return cursors.Seal(List, officer, [.. keys, RandomNumberGenerator.GetHexString(32 + Step - (length % Step))]);
    }

    /// <exception cref="BadCursorException">Not sealed here, or for somebody else.</exception>
    internal Point Open(OfficerId officer, string text)
    {
        var keys = cursors.Open(List, officer, text);
        var part = keys[2].Length == 0 ? null : new PointPart(keys[2], Moment(keys[3]), Guid.Parse(keys[4]), Guid.Parse(keys[5]));
        var under = keys[6].Length == 0 ? null : new PointRights(
            Moment(keys[6]), long.Parse(keys[7], CultureInfo.InvariantCulture), keys[8].Length == 0 ? null : Moment(keys[8]));
        return new Point(keys[0], part, keys[1].Length == 0 ? null : keys[1], under);
    }

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static DateTimeOffset Moment(string ticks) => new(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero);
}
