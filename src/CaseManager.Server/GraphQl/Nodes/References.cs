using System.Collections;
using CaseManager.Server.GraphQl.Execution;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;
using GraphQL;

namespace CaseManager.Server.GraphQl.Nodes;

/// <summary>Ids held by a row, shown as the records they name.</summary>
internal static class References
{
    public static object? Load(IResolveFieldContext context, NodeBinding node, object? id) =>
        id is null ? null : node.Load(Reader(context), node.Type.Key(id));

    public static object Load(IResolveFieldContext context, NodeTable nodes, AnyRecord record) =>
        (nodes.OfId(record.Type) ?? nodes.RequireRow(record.Type, context.FieldDefinition.Name)).Load(Reader(context), record.Key);

    public static object? LoadAll(IResolveFieldContext context, NodeBinding node, object? ids)
    {
        var reader = Reader(context);
        return ((IEnumerable?)ids ?? Array.Empty<object>()).Cast<object>().Select(id => (object)node.Load(reader, node.Type.Key(id))).ToList();
    }

    public static IReader Reader(IResolveFieldContext context) => Turn.Of(context).Services.GetRequiredService<IReader>();
}
