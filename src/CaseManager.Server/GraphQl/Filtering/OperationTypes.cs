using CaseManager.Server.GraphQl.Nodes;
using CaseManager.Server.GraphQl.Scalars;
using CaseManager.Server.GraphQl.Schema;
using CaseManager.Server.Kernel.Reading;
using GraphQL.Types;

namespace CaseManager.Server.GraphQl.Filtering;

/// <summary>The operation inputs, named as HotChocolate names them.</summary>
internal sealed class OperationTypes(ScalarTable scalars, EnumTypes enums, NodeTable nodes)
{
    private readonly Dictionary<string, InputObjectGraphType> _made = new(StringComparer.Ordinal);

    public InputObjectGraphType For(Column column) => column.Kind switch
    {
        ColumnKind.Text => Comparing("String", scalars.String, Operations.Text),
        ColumnKind.Uuid when nodes.OfId(Plain(column.Clr)) is not null => Comparing("Id", scalars.Id, Operations.Equality),
        ColumnKind.Uuid => Comparing("Uuid", Scalar(typeof(Guid)), Operations.Equality),
        ColumnKind.Number => Comparing(Scalar(Plain(column.Clr)).Name, Scalar(Plain(column.Clr)), Operations.Order),
        ColumnKind.Flag => Comparing("Boolean", scalars.Boolean, Operations.Flag),
        ColumnKind.Time => Comparing("DateTime", Scalar(typeof(DateTimeOffset)), Operations.Order),
        ColumnKind.Date => Comparing("LocalDate", Scalar(typeof(DateOnly)), Operations.Order),
        ColumnKind.Choice => Comparing(enums.Of(Plain(column.Clr)).Name, enums.Of(Plain(column.Clr)), Operations.Equality),
        ColumnKind.Texts => TextList(),
        _ => throw new InvalidOperationException($"Column {column.Name} of kind {column.Kind} cannot be filtered."),
    };

    private InputObjectGraphType Comparing(string name, IGraphType value, Operator[] operators)
    {
        var full = name + "OperationFilterInput";
        if (_made.TryGetValue(full, out var known))
            return known;
        var made = _made[full] = new InputObjectGraphType { Name = full };
        foreach (var each in operators)
            made.AddField(new FieldType
            {
                Name = Names.Camel(each.ToString()),
                ResolvedType = Operations.TakesList(each) ? new ListGraphType(value) : value,
            });
        return made;
    }

    private InputObjectGraphType TextList()
    {
        const string name = "ListStringOperationFilterInput";
        if (_made.TryGetValue(name, out var known))
            return known;
        var made = _made[name] = new InputObjectGraphType { Name = name };
        var element = Comparing("String", scalars.String, Operations.Text);
        foreach (var each in Operations.List)
            made.AddField(new FieldType { Name = Names.Camel(each.ToString()), ResolvedType = element });
        made.AddField(new FieldType { Name = "any", ResolvedType = scalars.Boolean });
        return made;
    }

    private ScalarGraphType Scalar(Type type) => scalars.Of(type) ?? throw new InvalidOperationException($"{type} is no scalar to filter by.");

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
