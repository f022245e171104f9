namespace CaseManager.Server.Interests;

/// <summary>An interest was declared: what is there already is looked through.</summary>
public sealed record LookForInterest(Guid Interest);

/// <summary>However often it comes, each case is told of once.</summary>
public static class LookForInterestHandler
{
    public static Task Handle(LookForInterest message, InterestMatching matching, CancellationToken cancel) => matching.Look(message.Interest, null, cancel);
}
