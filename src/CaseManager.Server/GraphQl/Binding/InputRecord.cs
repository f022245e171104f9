using System.Linq.Expressions;
using System.Reflection;
using CaseManager.Domain.Kernel;
using CaseManager.Server.GraphQl.Schema;
using CaseManager.Server.Kernel.Wire;
using GraphQL.Types;

namespace CaseManager.Server.GraphQl.Binding;

/// <summary>A record as an input object: its constructor's parameters are the fields.</summary>
internal sealed class InputRecord
{
    private readonly List<(string Name, Binder Bind, object? Default)> _fields = [];
    private readonly Func<object?[], object> _make;

    public InputRecord(Type type, InputObjectGraphType target, InputTypes types)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        target.IsOneOf = type.GetCustomAttribute<OneOfAttribute>() is not null;
        foreach (var parameter in constructor.GetParameters())
            Add(type, parameter, target, types);
        _make = Compile(constructor);
    }

    public object Bind(IDictionary<string, object?> given, string path, List<Refusal>? faults)
    {
        var values = new object?[_fields.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var (name, bind, absent) = _fields[i];
            values[i] = given.TryGetValue(name, out var value) && value is not null ? bind(value, BinderFaults.At(path, name), faults) : absent;
        }
        return _make(values);
    }

    private void Add(Type type, ParameterInfo parameter, InputObjectGraphType target, InputTypes types)
    {
        var property = type.GetProperty(parameter.Name!, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
        var absent = parameter.HasDefaultValue ? parameter.DefaultValue : null;
        if (property?.GetCustomAttribute<HiddenAttribute>() is not null || parameter.GetCustomAttribute<HiddenAttribute>() is not null)
        {
            _fields.Add(("", (_, _, _) => absent, absent));
            return;
        }
        var name = property is null ? Names.Argument(parameter) : Names.Field(property);
        var (graph, bind) = types.Of(Wire.Of(parameter));
        _fields.Add((name, bind, absent));
        target.AddField(new FieldType
        {
            Name = name,
            Description = property is null ? null : Descriptions.Of(property),
            DeprecationReason = property?.GetCustomAttribute<ObsoleteAttribute>()?.Message,
            ResolvedType = graph,
            DefaultValue = absent,
        });
    }

    private static Func<object?[], object> Compile(ConstructorInfo constructor)
    {
        var values = Expression.Parameter(typeof(object?[]));
        var arguments = constructor.GetParameters()
            .Select((p, i) => Unboxed(Expression.ArrayIndex(values, Expression.Constant(i)), p.ParameterType));
        return Expression.Lambda<Func<object?[], object>>(Expression.Convert(Expression.New(constructor, arguments), typeof(object)), values).Compile();
    }

    /// <summary>Null becomes the type's default, so that a hidden value parameter needs no special case.</summary>
    private static ConditionalExpression Unboxed(Expression value, Type type) =>
        Expression.Condition(Expression.Equal(value, Expression.Constant(null)), Expression.Default(type), Expression.Convert(value, type));
}
