using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Deconfliction;

/// <summary>What kind of thing identifies a target.</summary>
public enum TargetKind
{
    Phone,
    Plate,
    Imei,
    Vin,
    Container,
    Iban,
    Email,
    Name,
}

/// <summary>Whom or what an event is directed at.</summary>
/// <param name="Value">As it was given.</param>
/// <param name="Token">In the form in which it is compared: the same for the same target, however it is written.</param>
public sealed record Target(TargetKind Kind, string Value, string Token);

/// <summary>A target as people give it.</summary>
/// <param name="Country">Of a vehicle's plate.</param>
public sealed record TargetGiven(TargetKind Kind, string Value, string? Country)
{
    public const int Longest = 200;

    /// <summary>Null when it is one of its kind.</summary>
    public Refusal? Read(string field, out Target? target)
    {
        target = null;
        var bad = Choice.Check(Kind, $"{field}.kind") ?? Text.Check(Value, Longest, $"{field}.value") ?? Text.CheckOptional(Country, Longest, $"{field}.country");
        if (bad is not null)
            return bad;
        bad = Identifier.Read(Kind, Value, Country, field, out var token);
        if (bad is null)
            target = new Target(Kind, Value, $"{Kind}:{token}");
        return bad;
    }
}
