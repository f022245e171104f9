using CaseManager.Server.Tests.Api;

namespace CaseManager.Server.Tests.Access;

/// <summary>An agency as the model knows it.</summary>
/// <param name="Country">As it registered itself; null for an international body.</param>
internal sealed record Body(string Code, string? Country);

/// <summary>Somebody with a token; whether anybody registered them is another matter.</summary>
internal sealed class Person(string subject, Body agency, Voice voice)
{
    public string Subject => subject;

    public Body Agency => agency;

    public Voice Voice => voice;

    public string Id => voice.Id;

    public bool Registered { get; set; }

    /// <summary>First moment no longer in the agency's service.</summary>
    public DateTimeOffset? Departs { get; set; }

    public bool ServesAt(DateTimeOffset at) => Registered && !(Departs <= at);

    public override string ToString() => voice.ToString();
}

/// <summary>A time with its first moment, and the first that no longer belongs to it.</summary>
internal sealed record Span(DateTimeOffset From, DateTimeOffset? Until)
{
    public bool Covers(DateTimeOffset at) => From <= at && !(Until <= at);

    /// <summary>The same, over by that moment; what has not begun by then never begins.</summary>
    public Span EndedAt(DateTimeOffset end) => Until <= end ? this : this with { Until = end < From ? From : end };
}

internal sealed record Joined(Body Agency, Span Time);

internal sealed class Force(string id, string code, Body lead)
{
    public string Id => id;

    public string Code => code;

    public Body Lead => lead;

    public List<Joined> Members { get; } = [];
}

/// <summary>A role that somebody was given.</summary>
/// <param name="Scope">The case, task force or operation.</param>
internal sealed record Held(Person Officer, string Scope, string Role, Span Time);
