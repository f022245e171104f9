using CaseManager.Server.GraphQl.Execution;
using CaseManager.Server.GraphQl.Scalars;
using CaseManager.Server.GraphQl.Schema;
using CaseManager.Server.Kernel.Wire;
using GraphQL.Types;

namespace CaseManager.Server.GraphQl.Mutations;

/// <summary><c>XPayload</c> with its union <c>XError</c>.</summary>
internal sealed class PayloadTypes
{
    private readonly ScalarTable _scalars;
    private readonly OutputTypes _outputs;
    private readonly ObjectGraphType[] _errors;

    public PayloadTypes(ScalarTable scalars, OutputTypes outputs)
    {
        (_scalars, _outputs) = (scalars, outputs);
        var error = Error;
        foreach (var (name, description) in new[] { ("message", "For people."), ("code", "For programs and translations.") })
            error.AddField(new FieldType { Name = name, Description = description, ResolvedType = new NonNullGraphType(scalars.String) });
        _errors = [outputs.Object(typeof(RefusedError)), outputs.Object(typeof(StaleError)), outputs.Object(typeof(InvalidInputError))];
        foreach (var type in _errors)
        {
            type.AddResolvedInterface(error);
            error.AddPossibleType(type);
        }
    }

    /// <summary>No field names it, so the schema must be told of it.</summary>
    public InterfaceGraphType Error { get; } = new() { Name = "Error", Description = "Why an act was not done." };

    public ObjectGraphType Of(string name, IReturns returns)
    {
        var type = new ObjectGraphType { Name = name + "Payload" };
        var record = Add(type, returns.Field, "The record as it stands now; null when refused or not the caller's to see.",
            _outputs.Object(returns.Row), p => p.Record);
        Costs.Cost(record, Costs.Resolving);
        Add(type, "version", "The record's version after the act.", _scalars.Long, p => p.Acted.Id is null ? null : p.Acted.Version);
        Add(type, MutationFields.ClientMutationId, "As it was given.", _scalars.String, p => p.ClientMutationId);
        Add(type, "errors", "Why the act was not done; null when it was.", new ListGraphType(new NonNullGraphType(Union(name))), p => p.Errors);
        return type;
    }

    private UnionGraphType Union(string name)
    {
        var union = new UnionGraphType { Name = name + "Error" };
        foreach (var type in _errors)
            union.AddPossibleType(type);
        return union;
    }

    private static FieldType Add(ObjectGraphType type, string name, string description, IGraphType of, Func<Payload, object?> read) =>
        type.AddField(new FieldType
        {
            Name = name,
            Description = description,
            ResolvedType = of,
            Resolver = Resolver.Of(c => read((Payload)c.Source!)),
        });
}
