using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CaseManager.Server.GraphQl.Schema;

/// <summary>XML comments as descriptions, read from the files that the compiler writes beside the assemblies.</summary>
internal static partial class Descriptions
{
    private static readonly ConcurrentDictionary<Assembly, IReadOnlyDictionary<string, XElement>> Read = new();

    public static string? Of(Type type) => Text(Member(type, "T:" + Id(type))?.Element("summary"));

    public static string? Of(PropertyInfo property)
    {
        var declaring = property.DeclaringType!;
        return Text(Member(declaring, $"P:{Id(declaring)}.{property.Name}")?.Element("summary"))
            ?? Parameter(Member(declaring, "T:" + Id(declaring)), property.Name);
    }

    public static string? Of(FieldInfo field) => Text(Member(field.DeclaringType!, $"F:{Id(field.DeclaringType!)}.{field.Name}")?.Element("summary"));

    public static string? Of(MethodInfo method) => Text(Find(method)?.Element("summary"));

    public static string? Of(ParameterInfo parameter) =>
        parameter.Member is MethodInfo method ? Parameter(Find(method), parameter.Name!) : null;

    private static XElement? Find(MethodInfo method)
    {
        var name = $"M:{Id(method.DeclaringType!)}.{method.Name}";
        var members = Read.GetOrAdd(method.DeclaringType!.Assembly, Load);
        return members.GetValueOrDefault(name)
            ?? members.FirstOrDefault(m => m.Key.StartsWith(name + "(", StringComparison.Ordinal)).Value;
    }

    private static XElement? Member(Type type, string id) => Read.GetOrAdd(type.Assembly, Load).GetValueOrDefault(id);

    private static string Id(Type type) => (type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static string? Parameter(XElement? member, string name) =>
        Text(member?.Elements("param").FirstOrDefault(p => (string?)p.Attribute("name") == name));

    private static Dictionary<string, XElement> Load(Assembly assembly)
    {
        var file = Path.ChangeExtension(assembly.Location, ".xml");
        if (!File.Exists(file))
            return [];
        return XDocument.Load(file).Descendants("member")
            .GroupBy(m => (string)m.Attribute("name")!)
            .ToDictionary(g => g.Key, g => g.First());
    }

    private static string? Text(XElement? element)
    {
        if (element is null)
            return null;
        var parts = element.Nodes().Select(n => n switch
        {
            XElement e when e.Attribute("cref") is { } cref => cref.Value[(cref.Value.LastIndexOfAny(['.', ':']) + 1)..].Split('`', '{', '(')[0],
            XElement e when e.Attribute("name") is { } name => name.Value,
            XElement e when e.Attribute("langword") is { } word => word.Value,
            XElement e => e.Value,
            XText t => t.Value,
            _ => "",
        });
        var text = Space().Replace(string.Concat(parts), " ").Trim();
        return text.Length == 0 ? null : text;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
