using CaseManager.Domain.Kernel;
using CaseManager.Domain.Links;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Links;

/// <summary>Ends of links as records of other slices, which are known here by their ids only.</summary>
internal static class LinkEnds
{
    public static AnyRecord Record(LinkEnd end) => new(TypeOf(end.Kind), end.Id);

    /// <summary>Null when a record of that type can be an end.</summary>
    public static Refusal? Read(AnyRecord record, string field, out LinkEnd end)
    {
        var kinds = Enum.GetValues<EndKind>().Where(kind => TypeOf(kind) == record.Type).ToArray();
        end = kinds is [var kind] ? new LinkEnd(kind, record.Key) : default;
        return kinds.Length == 0 ? MakeLink.NotLinked.At(field) : null;
    }

    private static Type TypeOf(EndKind kind) => kind switch
    {
        EndKind.Entry => typeof(EntryId),
        EndKind.Exhibit => typeof(ExhibitId),
        EndKind.Operation => typeof(OperationId),
        EndKind.Site => typeof(SiteId),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
