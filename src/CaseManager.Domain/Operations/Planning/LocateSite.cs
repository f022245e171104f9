using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Operations;

/// <summary>Says where a site is on the map, or puts it right. The place that is entered stays the one in words, so readiness stands.</summary>
public sealed record LocateSite(Coordinates Coordinates, string Reason)
{
    public static Decision<ISiteFact> Decide(Acting by, LocateSite command, Site site, Operation operation)
    {
        if ((Coordinates.Check(command.Coordinates, "coordinates") ?? Kernel.Reason.Check(command.Reason)) is { } badInput)
            return badInput;
        if (site.MustTakePart(operation) is { } no)
            return no;
        var point = command.Coordinates.Rounded;
        if (site.Coordinates == point)
            return Decision<ISiteFact>.Nothing;

        return Decision<ISiteFact>.Accept(new SiteLocated(site.Coordinates, point, command.Reason));
    }
}
