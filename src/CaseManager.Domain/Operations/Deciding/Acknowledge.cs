using System.Diagnostics;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Operations;

/// <summary>Facts of one site's acknowledgement of one order. Stored for ever: add, never edit.</summary>
public interface IAcknowledgementFact : IFact;

/// <param name="Order">The number of the decision.</param>
/// <param name="Site">The site's number within the operation.</param>
public sealed record OrderAcknowledged(OperationId Operation, int Order, DecisionKind Kind, DateTimeOffset OrderedAt, string Site) : IAcknowledgementFact;

/// <summary>That an order is known to have arrived at a site.</summary>
public sealed record Acknowledgement(OperationId Operation, int Order, string Site) : IState<Acknowledgement, IAcknowledgementFact>
{
    public static Acknowledgement Evolve(Acknowledgement? state, IAcknowledgementFact fact) => fact switch
    {
        OrderAcknowledged e => new Acknowledgement(e.Operation, e.Order, e.Site),
        _ => throw new UnreachableException(fact.GetType().Name),
    };
}

/// <summary>Says for a site that the last order has arrived.</summary>
/// <param name="Order">Which one was heard: an earlier one says nothing about the last.</param>
public sealed record Acknowledge(int Order)
{
    public static readonly Refusal OtherOrder = new("operation.other-order", "The last order is another one.");

    public static Decision<IAcknowledgementFact> Decide(Acting by, Acknowledge command, Operation operation, Site site, Acknowledgement? given)
    {
        if (by.Agency != site.Agency)
            return Site.OtherAgency;
        if (given is not null)
            return Decision<IAcknowledgementFact>.Nothing;
        if (operation.Order is not { } order || order.Number != command.Order)
            return OtherOrder.At("order");
        if (site.Readiness == Readiness.Withdrawn)
            return Site.IsWithdrawn;

        return Decision<IAcknowledgementFact>.Accept(new OrderAcknowledged(operation.Id, order.Number, order.Kind, order.At, site.Number));
    }
}
