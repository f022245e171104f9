using CaseManager.Domain.Kernel;
using CaseManager.Domain.Links;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Links;

/// <summary>Which way a link points, seen from one of its records.</summary>
public enum LinkDirection
{
    /// <summary>From this record at the other.</summary>
    Outgoing,

    /// <summary>From the other at this record.</summary>
    Incoming,
}

/// <summary>A link as one of its records shows it.</summary>
/// <param name="Kind">What the record that points is to the other.</param>
/// <param name="Other">The record at the other end.</param>
/// <param name="Link">The link itself.</param>
public sealed record RecordLink(
    LinkDirection Direction, LinkKind Kind, AnyRecord Other, string? Reason, OfficerId LinkedBy, DateTimeOffset LinkedAt, LinkRow Link)
{
    private static readonly Condition Standing = new Condition.Test(LinkRow.View["stands"], Operator.Eq, true);

    /// <summary>The links of a record that stand.</summary>
    internal static Loaded<Page<RecordLink>> Of(LinkEnd end, Where<LinkRow>? where, Order<LinkRow>? order, PageArgs page, IReader reader) =>
        reader.PageOf(LinkRow.End, end.Id, Standing, where, order, page).Then(links => new Page<RecordLink>(
            [.. links.Rows.Select(row => SeenFrom(end, row))], links.HasNextPage, links.HasPreviousPage, seen => links.Cursor(seen.Link), links.TotalCount));

    private static RecordLink SeenFrom(LinkEnd end, LinkRow row)
    {
        var outgoing = row.From == end.Id;
        return new RecordLink(
            outgoing ? LinkDirection.Outgoing : LinkDirection.Incoming, row.Kind, outgoing ? row.PointedAt : row.Pointing, row.Reason,
            row.LinkedBy, row.LinkedAt, row);
    }
}
