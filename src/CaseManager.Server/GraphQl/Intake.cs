using CaseManager.Server.GraphQl.Errors;
using CaseManager.Server.GraphQl.Execution;
using CaseManager.Server.GraphQl.Guard;
using CaseManager.Server.GraphQl.Trusted;
using CaseManager.Server.Kernel;
using GraphQL.Types;
using GraphQLParser.AST;

namespace CaseManager.Server.GraphQl;

/// <summary>An operation that may be executed, or the answer that refuses it.</summary>
internal sealed record Intaken(Prepared? Prepared, GraphQLOperationDefinition? Operation, Cost Cost, Answer? Refused)
{
    public static Intaken No(params IReadOnlyList<WireError> errors) => new(null, null, default, Answer.Refused(errors));

    public static Intaken No(string message, string code) => No(new WireError(message, code));
}

/// <summary>Everything that is decided about a request before it is executed.</summary>
internal sealed class Intake(ISchema schema, TrustedDocuments trusted, CostBudget budget, GraphQlOptions options)
{
    private static readonly WireError OnlyTrusted = new("Only trusted documents are executed here.", Codes.OnlyTrustedDocuments);

    private readonly DocumentCache _cache = new(Limits.CachedDocuments);

    public async Task<Intaken> Take(GraphQlRequest request, Caller? caller, CancellationToken cancel)
    {
        if (caller is null)
            return Intaken.No(ErrorTable.NotAuthenticated);
        if (budget.PayToRead(caller.Officer) is { } spent)
            return new Intaken(null, null, default, spent);
        var taken = await Read(request, caller, cancel);
        return taken.Refused is null && budget.Pay(caller.Officer, taken.Cost) is { } tooMuch ? taken with { Refused = tooMuch } : taken;
    }

    private async Task<Intaken> Read(GraphQlRequest request, Caller caller, CancellationToken cancel)
    {
        var (text, refusal) = Text(request, caller);
        if (refusal is not null)
            return Intaken.No(refusal);
        var prepared = _cache.Find(text!);
        if (prepared is null)
        {
            (prepared, var errors) = await Preparing.Prepare(schema, text!, cancel);
            if (prepared is null)
                return Intaken.No(errors);
            _cache.Keep(text!, prepared);
        }
        if (prepared.Introspects && Locked(caller))
            return Intaken.No("The schema is not shown here.", Codes.IntrospectionOff);
        if (Operation(prepared.Document, request.OperationName) is not { } operation)
            return Intaken.No("The document holds no such operation, or several without a name being given.", Codes.BadRequest);
        if (operation.Operation != OperationType.Query && Locked(caller) && !trusted.Contains(text!))
            return Intaken.No(OnlyTrusted);
        var cost = prepared.Cost.Of(operation, request.Variables);
        if (cost.IsOver)
            return new Intaken(null, null, cost, new Answer
            {
                Errors = [new WireError($"The operation costs {cost.Field} by fields and {cost.Type} by objects; at most {Limits.FieldCost} and {Limits.TypeCost} are allowed.", Codes.Cost)],
                Cost = request.Cost == CostReport.None ? null : cost,
            });
        return new Intaken(prepared, operation, cost, request.Cost == CostReport.Validate ? new Answer { Cost = cost } : null);
    }

    private (string? Text, WireError? Refusal) Text(GraphQlRequest request, Caller caller)
    {
        if (request.DocumentId is { } id && request.Query is null)
            return trusted.Find(id) is { } known ? (known, null) : (null, new WireError("PersistedQueryNotFound", Codes.UnknownDocument));
        if (string.IsNullOrWhiteSpace(request.Query))
            return (null, new WireError("The request holds no query.", Codes.BadRequest));
        if (request.Query.Length <= Limits.DocumentCharacters && Locked(caller) && !AsksFreely(caller) && !trusted.Contains(request.Query))
            return (null, OnlyTrusted);
        return (request.Query, null);
    }

    /// <summary>Whether the document came with one of the clients.</summary>
    public bool Ships(Prepared prepared) => trusted.Find(prepared.Hash) is not null;

    public bool ShowsSchemaTo(Caller caller) => !Locked(caller);

    private bool Locked(Caller caller) => options.TrustedDocumentsOnly && !caller.AppRoles.Contains(GraphQlOptions.DeveloperRole);

    private bool AsksFreely(Caller caller) => options.FreeQueryRoles.Any(caller.AppRoles.Contains);

    private static GraphQLOperationDefinition? Operation(GraphQLDocument document, string? name)
    {
        var operations = document.Definitions.OfType<GraphQLOperationDefinition>();
        if (!string.IsNullOrEmpty(name))
            return operations.FirstOrDefault(o => o.Name?.Value == name);
        return operations.Take(2).ToList() is [var only] ? only : null;
    }
}
