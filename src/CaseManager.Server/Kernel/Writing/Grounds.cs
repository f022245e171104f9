using CaseManager.Domain.Access;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Facts;

namespace CaseManager.Server.Kernel.Writing;

/// <summary>What a decision stands on: who acts and by what right, and the streams as they are in this transaction.</summary>
public sealed class Grounds(
    Acting by, Domain.Access.Rights? rights, IReadOnlyDictionary<Guid, IReadOnlyList<StoredFact<IFact>>> streams, Func<Guid, Label?> labels,
    IReadOnlyDictionary<OfficerId, Domain.Access.Rights> others, Func<IEnumerable<IFact>, CaseBrief?> brief)
{
    // Opened in an emergency is opened for reading: acts are judged by roles alone.
    private readonly Domain.Access.Rights? _byRoles = rights?.ByRolesAlone();

    public static readonly Refusal NotPermitted = new("access.not-permitted", "Your role does not allow this act.");

    public Acting By => by;

    /// <summary>Null for the product itself, which acts by rule and not by right.</summary>
    public Domain.Access.Rights? Rights => _byRoles;

    public IReadOnlyList<StoredFact<IFact>> Facts(Guid stream) => streams.TryGetValue(stream, out var facts) ? facts : [];

    public long Version(Guid stream) => Facts(stream) is [.., var last] ? last.Version : 0;

    public TState? State<TState, TFact>(Guid stream) where TState : class, IState<TState, TFact> where TFact : IFact =>
        Fold.Of<TState, TFact>(Facts(stream).Select(f => f.Fact).OfType<TFact>());

    /// <summary>What may be known of a case by those who hang records of their own under it; null when there is no such case.</summary>
    public CaseBrief? Case(Guid stream) => brief(Facts(stream).Select(f => f.Fact));

    /// <summary>The label that the record stands under now; null when there is no such record.</summary>
    public Label? LabelOf(Guid stream) => labels(stream);

    /// <summary>Whether the caller may read what stands under the label; the product itself reads nothing.</summary>
    public bool MaySee(Label label) => rights is not null && AccessLaw.MayRead(rights, label, by.At);

    /// <summary>Not there and not the caller's to see are the same answer. What the caller sees by an emergency alone is there, and not to act on.</summary>
    public Refusal? Unknown(Guid stream)
    {
        if (LabelOf(stream) is not { } label)
            return Refusal.Unknown;
        if (_byRoles is null || AccessLaw.MayRead(_byRoles, label, by.At))
            return null;
        return MaySee(label) ? NotPermitted : Refusal.Unknown;
    }

    /// <summary>Null when the caller sees the record and a role on its case, operation or task force allows the act.</summary>
    public Refusal? Forbids(Guid stream, Permission need)
    {
        if (Unknown(stream) is { } unknown)
            return unknown;
        return _byRoles is null || LabelOf(stream) is not { } label || May(_byRoles, label, need) ? null : NotPermitted;
    }

    /// <summary>Whether another officer, one of <see cref="Undertaking.Judged"/>, sees the record and has a role that allows the act.</summary>
    public bool Could(OfficerId officer, Guid stream, Permission need) =>
        others.TryGetValue(officer, out var theirs) && LabelOf(stream) is { } label
        && AccessLaw.MayRead(theirs, label, by.At) && May(theirs, label, need);

    /// <summary>Null when the caller is a registrar whom the table allows the act.</summary>
    public Refusal? ForbidsRegistrar(Permission need) =>
        _byRoles is null || AccessLaw.MayAsRegistrar(_byRoles, need) ? null : NotPermitted;

    private bool May(Domain.Access.Rights theirs, Label label, Permission need)
    {
        var scope = label.Case is { } onCase ? Scope.Of(onCase)
            : label.Operation is { } operation ? Scope.Of(operation)
            : label.TaskForce is { } force ? Scope.Of(force)
            : (Scope?)null;
        return scope is { } on && AccessLaw.May(theirs, on, label.TaskForce, need, by.At);
    }
}
