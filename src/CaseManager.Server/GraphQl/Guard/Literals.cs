using GraphQLParser.AST;

namespace CaseManager.Server.GraphQl.Guard;

internal static class Literals
{
    /// <summary>Whether two literals are the same; the order of an object's fields does not matter.</summary>
    public static bool Same(GraphQLValue left, GraphQLValue right) => (left, right) switch
    {
        (GraphQLVariable l, GraphQLVariable r) => l.Name.Value == r.Name.Value,
        (GraphQLListValue l, GraphQLListValue r) => SameItems(l.Values ?? [], r.Values ?? []),
        (GraphQLObjectValue l, GraphQLObjectValue r) => SameFields(l.Fields ?? [], r.Fields ?? []),
        (GraphQLNullValue, GraphQLNullValue) => true,
        (GraphQLBooleanValue l, GraphQLBooleanValue r) => l.BoolValue == r.BoolValue,
        (GraphQLEnumValue l, GraphQLEnumValue r) => l.Name.Value == r.Name.Value,
        (IHasValueNode l, IHasValueNode r) => left.Kind == right.Kind && l.Value == r.Value,
        _ => false,
    };

    private static bool SameItems(List<GraphQLValue> left, List<GraphQLValue> right) =>
        left.Count == right.Count && left.Zip(right).All(p => Same(p.First, p.Second));

    private static bool SameFields(List<GraphQLObjectField> left, List<GraphQLObjectField> right)
    {
        if (left.Count != right.Count)
            return false;
        var byName = right.GroupBy(f => f.Name.StringValue).ToDictionary(g => g.Key, g => g.First().Value, StringComparer.Ordinal);
        return left.TrueForAll(f => byName.TryGetValue(f.Name.StringValue, out var other) && Same(f.Value, other));
    }
}
