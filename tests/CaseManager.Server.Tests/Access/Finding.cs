namespace CaseManager.Server.Tests.Access;

/// <summary>Where the answer and the model differ.</summary>
/// <param name="Leak">The answer has what the model hides; otherwise it lacks what the model shows.</param>
internal sealed record Finding(bool Leak, int Seed, string Who, string Question, string What)
{
    public override string ToString() => $"{(Leak ? "LEAK" : "wrong denial")} in world {Seed}: {Who} asks {Question}: {What}";
}
