using System.Globalization;
using CaseManager.Domain.Access;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Access;

/// <summary>The time set when a grant was given has come.</summary>
public sealed record GrantEnds(Guid Grant, Role Role, DateTimeOffset Until);

/// <summary>Puts the end on the record. The right itself ended by the clock, with or without this.</summary>
public static class GrantEndsHandler
{
    public static Task Handle(GrantEnds message, Ledger ledger, CancellationToken cancel)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"grant-ends {message.Grant:N} {message.Role} {message.Until.UtcTicks}");
        return ledger.Act(Intent.Of(key, message.Grant.ToString()), new Undertaking(message.Grant, null, [], [], ground =>
        {
            TooSoonException.ThrowBefore(message.Until, ground);
            return ground.State<Grant, IGrantFact>(message.Grant) is { } grant
                ? Deed.Of(message.Grant, ExpireGrant.Decide(ground.By, new ExpireGrant(message.Role, message.Until), grant), ground.LabelOf(message.Grant)!)
                : Deed.Nothing;
        }), cancel);
    }
}
