using System.Globalization;
using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;
using GraphQLParser.AST;

namespace CaseManager.Server.GraphQl.Schema;

/// <summary>Weights in HotChocolate's scale, and the directives that show them in the SDL.</summary>
internal static class Costs
{
    /// <summary>A field that asks the database.</summary>
    public const int Resolving = 10;

    /// <summary>A record named by an id: all siblings come in one round trip.</summary>
    public const int Batched = 2;

    /// <summary>An object that is already there.</summary>
    public const int Composite = 1;

    private const string WeightKey = "cm.cost";
    private const string ListKey = "cm.list";
    private const string OnceKey = "cm.once";

    public static FieldType Cost(FieldType field, int weight)
    {
        field.Metadata[WeightKey] = weight;
        field.ApplyDirective("cost", "weight", weight.ToString(CultureInfo.InvariantCulture));
        return field;
    }

    public static QueryArgument Cost(QueryArgument argument, int weight)
    {
        argument.Metadata[WeightKey] = weight;
        argument.ApplyDirective("cost", "weight", weight.ToString(CultureInfo.InvariantCulture));
        return argument;
    }

    public static void Connection(FieldType field)
    {
        field.Metadata[ListKey] = Limits.PageDefault;
        field.ApplyDirective("listSize", applied => applied
            .AddArgument(new DirectiveArgument("assumedSize") { Value = Limits.PageMost })
            .AddArgument(new DirectiveArgument("slicingArguments") { Value = new object[] { "first", "last" } })
            .AddArgument(new DirectiveArgument("slicingArgumentDefaultValue") { Value = Limits.PageDefault })
            .AddArgument(new DirectiveArgument("sizedFields") { Value = new object[] { "edges", "nodes" } })
            .AddArgument(new DirectiveArgument("requireOneSlicingArgument") { Value = false }));
    }

    public static int? WeightOf(MetadataProvider of) => of.Metadata.TryGetValue(WeightKey, out var weight) ? (int)weight! : null;

    /// <summary>Its resolver asks one question and no more.</summary>
    public static FieldType AskingOnce(FieldType field)
    {
        field.Metadata[OnceKey] = true;
        return field;
    }

    public static bool AsksOnce(FieldType field) => field.Metadata.ContainsKey(OnceKey);

    public static bool Asks(FieldType field) => WeightOf(field) is Resolving or Batched;

    public static bool IsConnection(FieldType field) => field.Metadata.ContainsKey(ListKey);

    public static void Register(ISchema schema, Scalars.ScalarTable scalars)
    {
        schema.Directives.Register(
            new Directive("cost", DirectiveLocation.FieldDefinition, DirectiveLocation.ArgumentDefinition)
            {
                Description = "What a field or argument weighs in the cost of an operation.",
                Arguments = new QueryArguments(new QueryArgument(new NonNullGraphType(scalars.String)) { Name = "weight" }),
            },
            new Directive("listSize", DirectiveLocation.FieldDefinition)
            {
                Description = "How long a list is taken to be in the cost of an operation.",
                Arguments = new QueryArguments(
                    new QueryArgument(scalars.Int) { Name = "assumedSize" },
                    new QueryArgument(new ListGraphType(new NonNullGraphType(scalars.String))) { Name = "slicingArguments" },
                    new QueryArgument(scalars.Int) { Name = "slicingArgumentDefaultValue" },
                    new QueryArgument(new ListGraphType(new NonNullGraphType(scalars.String))) { Name = "sizedFields" },
                    new QueryArgument(scalars.Boolean) { Name = "requireOneSlicingArgument" }),
            },
            new Directive("specifiedBy", DirectiveLocation.Scalar)
            {
                Description = "Where the form of a scalar is specified.",
                Arguments = new QueryArguments(new QueryArgument(new NonNullGraphType(scalars.String)) { Name = "url" }),
            },
            new Directive("oneOf", DirectiveLocation.InputObject) { Description = "Exactly one field of the input object is given." });
    }
}
