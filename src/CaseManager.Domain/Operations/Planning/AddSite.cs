using System.Text.RegularExpressions;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Operations;

/// <summary>Plans one more site. That agency and commander belong together is for the caller of this rule to have seen to.</summary>
public sealed partial record AddSite(
    SiteId Site, string Number, string Place, string? Address, Coordinates? Coordinates, AgencyId Agency, OfficerId Commander, string Zone, bool Essential, AuthorityGiven? Authority)
{
    public static readonly Refusal BadNumber = new("site.bad-number", "A site's number looks like S1.");
    public static readonly Refusal NumberTaken = new("site.number-taken", "The operation has a site with this number.");
    public static readonly Refusal TooMany = new("operation.too-many-sites", "The operation has as many sites as one may have.");

    public static Decision<ISiteFact> Decide(Acting by, AddSite command, Operation operation)
    {
        if (command.Number is null || !NumberForm().IsMatch(command.Number))
            return BadNumber.At("number");
        var badInput = Text.Check(command.Place, OperationLimits.Place, "place")
            ?? Text.CheckOptional(command.Address, OperationLimits.Address, "address")
            ?? (command.Coordinates is { } point ? Kernel.Coordinates.Check(point, "coordinates") : null)
            ?? Kernel.Zone.Check(command.Zone, "zone");
        if (badInput is not null)
            return badInput;
        Authority? authority = null;
        if (command.Authority?.Resolve(command.Zone, "authority", out authority) is { } badAuthority)
            return badAuthority;
        if (operation.MustBeOpen() is { } no)
            return no;
        if (operation.Sites.Any(s => s.Number == command.Number))
            return NumberTaken.At("number");
        if (operation.Sites.Count >= OperationLimits.Sites)
            return TooMany;

        var planned = new SitePlanned(
            command.Site, operation.Id, command.Number, command.Place, command.Address, command.Agency, command.Commander, command.Zone,
            command.Essential, authority);
        return command.Coordinates is { } at
            ? Decision<ISiteFact>.Accept(planned, new SiteLocated(null, at.Rounded, null))
            : Decision<ISiteFact>.Accept(planned);
    }

    /// <summary>What the operation's own record says of it.</summary>
    public static Decision<IOperationFact> Enter(SitePlanned planned) =>
        Decision<IOperationFact>.Accept(new OperationSiteAdded(planned.Site, planned.Number));

    [GeneratedRegex(@"\A[A-Z][A-Z0-9-]{0,9}\z")]
    private static partial Regex NumberForm();
}
