using System.Diagnostics;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Interests;

/// <summary>How those who lead a case answer an interest that matches it.</summary>
public enum InterestAnswer
{
    /// <summary>The asker hears nothing.</summary>
    Dismiss,

    /// <summary>The asker is told, in the answerer's words.</summary>
    Contact,
}

/// <summary>An interest and a case that matches it.</summary>
public sealed record InterestMatch(InterestId Interest, OfficerId Asker, InterestAnswer? Answer, string? Said) : IState<InterestMatch, IInterestMatchFact>
{
    public static InterestMatch Evolve(InterestMatch? state, IInterestMatchFact fact) => fact switch
    {
        InterestMatched e => new InterestMatch(e.Interest, e.Asker, null, null),
        InterestDismissed e => state! with { Answer = InterestAnswer.Dismiss, Said = e.Reason },
        InterestContacted e => state! with { Answer = InterestAnswer.Contact, Said = e.Message },
        _ => throw new UnreachableException(fact.GetType().Name),
    };
}

/// <summary>What an asker was told.</summary>
public sealed record InterestContact(InterestId Interest, OfficerId By, string Message) : IState<InterestContact, IInterestContactFact>
{
    public static InterestContact Evolve(InterestContact? state, IInterestContactFact fact) => fact switch
    {
        AskerContacted e => new InterestContact(e.Interest, e.By, e.Message),
        _ => throw new UnreachableException(fact.GetType().Name),
    };

    /// <summary>For the asker and whoever turned to them.</summary>
    public static Label LabelOf(Acting by, OfficerId asker) => new(by.Agency, Tlp.Red, null, null, [asker, by.Officer]);
}
