using System.Diagnostics;
using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>Facts about one officer's look-ups in vain, as one task force is told of them. Stored for ever: add, never edit.</summary>
public interface IProbingFact : IFact;

/// <summary>The officer asked often for what is not there for them. What it was is not said here.</summary>
/// <param name="LookUps">How many in vain, since <paramref name="Since"/>.</param>
public sealed record ProbingNoticed(
    OfficerId Officer, AgencyId Agency, TaskForceId TaskForce, int LookUps, DateTimeOffset Since, DateTimeOffset At) : IProbingFact;

/// <summary>When a task force's auditors were last told of an officer.</summary>
public sealed record ProbingWatch(OfficerId Officer, DateTimeOffset Last) : IState<ProbingWatch, IProbingFact>
{
    public static ProbingWatch Evolve(ProbingWatch? state, IProbingFact fact) => fact switch
    {
        ProbingNoticed e => new ProbingWatch(e.Officer, e.At),
        _ => throw new UnreachableException(fact.GetType().Name),
    };
}

/// <summary>Tells a task force's auditors that an officer asks often for what is not there for them.</summary>
/// <param name="LookUps">In vain, since <paramref name="Since"/>.</param>
public sealed record NoticeProbing(OfficerId Officer, AgencyId Agency, TaskForceId TaskForce, int LookUps, DateTimeOffset Since)
{
    /// <summary>Over this time look-ups are counted, and so long one notice stands for all that follow.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromHours(1);

    /// <summary>A mistyped number or an old bookmark comes now and then; so many in an hour are looked for.</summary>
    public const int Many = 20;

    public static Decision<IProbingFact> Decide(Acting by, NoticeProbing command, ProbingWatch? watch) =>
        command.LookUps < Many || (watch is not null && by.At - watch.Last < Period)
            ? Decision<IProbingFact>.Nothing
            : Decision<IProbingFact>.Accept(new ProbingNoticed(
                command.Officer, command.Agency, command.TaskForce, command.LookUps, command.Since, by.At));
}
