using CaseManager.Server.GraphQl.Execution;
using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;

namespace CaseManager.Server.GraphQl.Schema;

/// <summary>What the specification's introspection has and the library's lacks.</summary>
internal sealed class IntrospectionGaps(Scalars.ScalarTable scalars) : BaseSchemaNodeVisitor
{
    public override void VisitObject(IObjectGraphType type, ISchema schema)
    {
        if (type.Name == "__Type")
            type.AddField(new FieldType
            {
                Name = "specifiedByURL",
                ResolvedType = scalars.String,
                Resolver = Resolver.Of(c => (c.Source as ScalarGraphType)?.FindAppliedDirective("specifiedBy")?.FindArgument("url")?.Value),
            });
        if (type.Name == "__Directive" && type.Fields.Find("args") is { } args)
            TakeDeprecated(args);
    }

    /// <summary>No directive here has a deprecated argument, so all are given either way.</summary>
    private void TakeDeprecated(FieldType args) => args.Arguments =
        new QueryArguments(new QueryArgument(scalars.Boolean) { Name = "includeDeprecated", DefaultValue = false });
}
