using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace CaseManager.Server.GraphQl.Guard;

/// <summary>
/// Whether fields of one response name can be merged, in one pass over the expanded selections instead of the library's
/// comparison of every pair: equality is transitive, so each is compared with the first of its group only.
/// The document guard has refused cyclic fragments and bounded the expansion before.
/// </summary>
internal sealed class MergeRule : ValidationRuleBase
{
    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) =>
        new(new MatchingNodeVisitor<GraphQLOperationDefinition>((operation, c) =>
        {
            if (Merging.Conflict(c.Schema, c.Document, operation) is var (name, field))
                c.ReportError(new ValidationError(c.Document.Source, "5.3.2",
                    $"Fields {name} conflict: they differ in name, arguments or type. Use different aliases.", field)
                { Code = "OVERLAPPING_FIELDS_CAN_BE_MERGED" });
        }));
}

internal static class Merging
{
    /// <summary>The first response name whose fields cannot be merged; null when all can.</summary>
    public static (string Name, GraphQLField Field)? Conflict(ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation)
    {
        var root = operation.Operation switch
        {
            OperationType.Mutation => schema.Mutation,
            OperationType.Subscription => schema.Subscription,
            _ => schema.Query,
        };
        var visit = new Visit(schema, document);
        return visit.Check([(operation.SelectionSet, root)], same: true);
    }

    private sealed class Visit(ISchema schema, GraphQLDocument document)
    {
        private sealed record Seen(GraphQLField Ast, FieldType? Field, IGraphType? Parent);

        public (string, GraphQLField)? Check(List<(GraphQLSelectionSet Set, IGraphType? Type)> sets, bool same)
        {
            var groups = new Dictionary<string, List<Seen>>(StringComparer.Ordinal);
            var spread = new HashSet<(string, IGraphType?)>();
            foreach (var (set, type) in sets)
                Collect(set, type, groups, spread);
            foreach (var (name, fields) in groups)
            {
                if (fields.Count > 1 && Group(fields, same) is { } conflict)
                    return (name, conflict);
                if (Below(fields, same) is { } deeper)
                    return deeper;
            }
            return null;
        }

        private void Collect(GraphQLSelectionSet? set, IGraphType? type, Dictionary<string, List<Seen>> groups, HashSet<(string, IGraphType?)> spread)
        {
            foreach (var selection in set?.Selections ?? [])
            {
                if (selection is GraphQLField field)
                    Add(groups, new Seen(field, Definition(type, field), type));
                else if (selection is GraphQLInlineFragment inline)
                    Collect(inline.SelectionSet, Condition(inline.TypeCondition, type), groups, spread);
                else if (selection is GraphQLFragmentSpread { FragmentName.Name: var name }
                    && spread.Add((name.StringValue, null))
                    && document.Fragment(name.Value) is { } fragment)
                    Collect(fragment.SelectionSet, Condition(fragment.TypeCondition, type), groups, spread);
            }
        }

        /// <summary>Every type must have the same shape; where both parents can be the same object, name and arguments too.</summary>
        private static GraphQLField? Group(List<Seen> fields, bool same)
        {
            var first = fields[0];
            foreach (var other in fields.Skip(1))
                if (!SameShape(first.Field?.ResolvedType, other.Field?.ResolvedType))
                    return other.Ast;
            if (!same)
                return null;
            var leaders = new Dictionary<IGraphType, Seen>();
            var anywhere = fields.Find(f => f.Parent is not IObjectGraphType);
            foreach (var field in fields)
            {
                var leader = anywhere ?? (leaders.TryGetValue(field.Parent!, out var known) ? known : leaders[field.Parent!] = field);
                if (!SameCall(leader.Ast, field.Ast))
                    return field.Ast;
            }
            return null;
        }

        private (string, GraphQLField)? Below(List<Seen> fields, bool same)
        {
            var parents = fields.Where(f => f.Ast.SelectionSet is not null).ToList();
            if (parents.Count == 0)
                return null;
            var overlapping = !same || parents.Exists(f => f.Parent is not IObjectGraphType) || parents.DistinctBy(f => f.Parent).Count() == 1;
            if (overlapping)
                return Check([.. parents.Select(Child)], same);
            foreach (var group in parents.GroupBy(f => f.Parent))
                if (Check([.. group.Select(Child)], true) is { } conflict)
                    return conflict;
            return Check([.. parents.Select(Child)], false);
        }

        private static (GraphQLSelectionSet, IGraphType?) Child(Seen field) => (field.Ast.SelectionSet!, field.Field?.ResolvedType?.GetNamedType());

        private static void Add(Dictionary<string, List<Seen>> groups, Seen field)
        {
            var name = (field.Ast.Alias?.Name ?? field.Ast.Name).StringValue;
            if (groups.TryGetValue(name, out var list))
                list.Add(field);
            else
                groups[name] = [field];
        }

        private FieldType? Definition(IGraphType? type, GraphQLField field) => field.Name.Value.Span switch
        {
            "__typename" => schema.TypeNameMetaFieldType,
            "__schema" => schema.SchemaMetaFieldType,
            "__type" => schema.TypeMetaFieldType,
            _ => (type as IComplexGraphType)?.GetField(field.Name.Value),
        };

        private IGraphType? Condition(GraphQLTypeCondition? condition, IGraphType? type) =>
            condition is null ? type : schema.AllTypes[condition.Type.Name.Value];

        private static bool SameShape(IGraphType? left, IGraphType? right)
        {
            if (left is null || right is null)
                return true;
            if (left is NonNullGraphType || right is NonNullGraphType)
                return left is NonNullGraphType l && right is NonNullGraphType r && SameShape(l.ResolvedType, r.ResolvedType);
            if (left is ListGraphType || right is ListGraphType)
                return left is ListGraphType l && right is ListGraphType r && SameShape(l.ResolvedType, r.ResolvedType);
            return left is not ScalarGraphType && right is not ScalarGraphType || left.Name == right.Name;
        }

        private static bool SameCall(GraphQLField left, GraphQLField right)
        {
            if (ReferenceEquals(left, right))
                return true;
            if (left.Name.Value != right.Name.Value || (left.Arguments?.Count ?? 0) != (right.Arguments?.Count ?? 0))
                return false;
            foreach (var argument in left.Arguments?.Items ?? [])
                if (right.Arguments!.Find(argument.Name.Value) is not { } other || !Literals.Same(argument.Value, other.Value))
                    return false;
            return true;
        }
    }
}
