using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Tests.Support;

/// <summary>Given what happened, when somebody acts, then this follows.</summary>
public sealed class Story<TState, TFact>
    where TState : class, IState<TState, TFact>
    where TFact : IFact
{
    private readonly TState? _state;

    private Story(TState? state) => _state = state;

    public static Story<TState, TFact> Given(params TFact[] facts) => new(Fold.Of<TState, TFact>(facts));

    /// <summary>The state is null where nothing was given.</summary>
    public Story<TState, TFact>.Ending When(Func<TState, Decision<TFact>> decide) => new(decide(_state!));

    public sealed class Ending(Decision<TFact> decision)
    {
        public void Then(params TFact[] facts)
        {
            Assert.Null(decision.Refusal);
            Assert.Equal(facts, decision.Facts);
        }

        public void ThenNothing() => Then();

        /// <summary>The field is looked at where the expected refusal names one.</summary>
        public void ThenRefused(Refusal expected)
        {
            Assert.Equal(expected.Code, decision.Refusal?.Code);
            Assert.Empty(decision.Facts);
            if (expected.Field is not null)
                Assert.Equal(expected.Field, decision.Refusal?.Field);
        }
    }
}
