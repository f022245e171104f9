using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CaseManager.Domain.Access;
using CaseManager.Domain.Cases;
using CaseManager.Domain.Deconfliction;
using CaseManager.Domain.Evidence;
using CaseManager.Domain.Interests;
using CaseManager.Domain.Kernel;
using CaseManager.Domain.Links;
using CaseManager.Domain.Operations;
using CaseManager.Domain.Releases;
using CaseManager.Domain.SavedViews;

namespace CaseManager.Domain.Tests.Kernel;

/// <summary>What the whole of the domain promises, looked up in what was compiled.</summary>
public sealed partial class PromisesTests
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Type[] Types = typeof(Refusal).Assembly.GetTypes();

    [Fact]
    public void Refusal_codes_are_unique_and_have_their_form()
    {
        var codes = Refusals().Select(r => r.Code).ToList();

        Assert.True(codes.Count > 60, $"found {codes.Count}");
        Assert.Equal(codes.Distinct(), codes);
        Assert.All(codes, code => Assert.Matches(CodeForm(), code));
        Assert.All(Refusals(), r => Assert.EndsWith(".", r.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_fact_is_folded()
    {
        var folded = Folds<Agency, IAgencyFact>() + Folds<Officer, IOfficerFact>() + Folds<TaskForce, ITaskForceFact>() + Folds<Compartment, ICompartmentFact>()
            + Folds<Grant, IGrantFact>() + Folds<CaseFile, ICaseFact>() + Folds<TimelineEntry, IEntryFact>()
            + Folds<Link, ILinkFact>() + Folds<Visits, IVisitFact>() + Folds<ProbingWatch, IProbingFact>() + Folds<EmergencyAccess, IEmergencyFact>() + Folds<CaseTask, ITaskFact>() + Folds<Duties, IDutyFact>() + Folds<Exhibit, IExhibitFact>()
            + Folds<Operation, IOperationFact>() + Folds<Site, ISiteFact>() + Folds<PartnerSite, IPartnerSiteFact>()
            + Folds<Acknowledgement, IAcknowledgementFact>() + Folds<SavedView, ISavedViewFact>()
            + Folds<Interest, IInterestFact>() + Folds<InterestMatch, IInterestMatchFact>() + Folds<InterestContact, IInterestContactFact>()
            + Folds<DeconflictionEvent, IDeconflictionEventFact>() + Folds<ConflictPair, IConflictPairFact>() + Folds<Conflict, IConflictFact>() + Folds<ConflictReveal, IConflictRevealFact>()
            + Folds<Release, IReleaseFact>() + Folds<RevocationNotice, IRevocationFact>();

        Assert.Equal(Types.Count(t => t.IsClass && t.IsAssignableTo(typeof(IFact))), folded);
    }

    // Lists compare by reference: a fact that holds one never equals its own copy.
    [Fact]
    public void Facts_hold_values_only()
    {
        var held = Types.Where(t => t.IsClass && t.IsAssignableTo(typeof(IFact)))
            .SelectMany(t => t.GetProperties()).Where(p => p.Name != "EqualityContract").Select(p => p.PropertyType).Distinct().ToList();

        Assert.NotEmpty(held);
        Assert.All(held, type => Assert.True(IsValue(type), type.Name));
    }

    // The banned symbols catch what is called; a task that is only declared they let pass.
    [Fact]
    public void Nothing_is_asynchronous()
    {
        var methods = Types.SelectMany(t => t.GetMethods(Everything)).ToList();

        Assert.NotEmpty(methods);
        Assert.DoesNotContain(methods, m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType).Any(IsTask));
    }

    private static IEnumerable<Refusal> Refusals() =>
        Types.Where(t => !t.ContainsGenericParameters)
            .SelectMany(t => t.GetFields(Everything)).Where(f => f.IsStatic && f.FieldType == typeof(Refusal)).Select(f => (Refusal)f.GetValue(null)!);

    private static int Folds<TState, TFact>()
        where TState : class, IState<TState, TFact>
        where TFact : IFact
    {
        var facts = Types.Where(t => t.IsClass && t.IsAssignableTo(typeof(TFact))).ToList();
        foreach (var type in facts)
        {
            var fact = (TFact)RuntimeHelpers.GetUninitializedObject(type);
            var fault = Record.Exception(() => TState.Evolve(null, fact));
            Assert.False(fault is UnreachableException, type.Name);
        }
        return facts.Count;
    }

    private static bool IsValue(Type type) =>
        type == typeof(string) || type.IsValueType
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Items<>))
        || (type.GetMethod("<Clone>$") is not null && type.GetProperties().Where(p => p.Name != "EqualityContract").All(p => IsValue(p.PropertyType)));

    private static bool IsTask(Type type) =>
        type.Namespace == "System.Threading.Tasks" || type.Name.StartsWith("IAsync", StringComparison.Ordinal);

    [GeneratedRegex(@"\A[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex CodeForm();
}
