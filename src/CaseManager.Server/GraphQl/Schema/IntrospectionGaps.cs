using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQL.Utilities;

namespace CaseManager.Server.GraphQl.Schema;

/// <summary>What client generators ask of an introspection and the engine does not offer by itself.</summary>
internal sealed class IntrospectionGaps : BaseSchemaNodeVisitor
{
    public override void VisitObject(IObjectGraphType type, ISchema schema)
    {
        if (type.Name == "__Type" && type.Fields.Find("specifiedByURL") is null) type.AddField(SpecifiedBy());
        if (type.Name == "__Directive") type.Fields.Find("args")!.Arguments ??= IncludeDeprecated();
    }

    private static FieldType SpecifiedBy() => new()
    {
        Name = "specifiedByURL",
        ResolvedType = new StringGraphType(),
        Resolver = new FuncFieldResolver<string?>(context =>
            (context.Source as ScalarGraphType)?.FindAppliedDirective("specifiedBy")?.FindArgument("url")?.Value as string),
    };

    // No argument of a directive is deprecated here, so what is asked makes no difference.
    private static QueryArguments IncludeDeprecated() =>
        new(new QueryArgument(new BooleanGraphType()) { Name = "includeDeprecated", DefaultValue = false });
}
