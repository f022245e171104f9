using System.Diagnostics;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Interests;

/// <summary>An interest.</summary>
public readonly record struct InterestId(Guid Value) : IId<InterestId>
{
    public static InterestId Of(Guid value) => new(value);
}

/// <summary>What an officer looks out for, in general terms, without learning what there is.</summary>
public sealed record Interest(OfficerId Officer, AgencyId Agency, string Words, string Purpose, DateTimeOffset Until, bool Withdrawn)
    : IState<Interest, IInterestFact>
{
    /// <summary>How many one officer has open at most: nobody tries the words of a dictionary.</summary>
    public const int Most = 20;

    public static readonly Refusal IsOver = new("interest.over", "The interest was withdrawn or has lapsed.");

    public static Interest Evolve(Interest? state, IInterestFact fact) => fact switch
    {
        InterestDeclared e => new Interest(e.Officer, e.Agency, e.Words, e.Purpose, e.Until, false),
        InterestWithdrawn => state! with { Withdrawn = true },
        _ => throw new UnreachableException(fact.GetType().Name),
    };

    /// <summary>It lapses by itself.</summary>
    public bool OpenAt(DateTimeOffset at) => !Withdrawn && at < Until;

    /// <summary>What somebody looks for says what they work on: it is for their own eyes, and for those whose case matches.</summary>
    public static Label LabelOf(Acting by) => new(by.Agency, Tlp.Red, null, null, [by.Officer]);
}
