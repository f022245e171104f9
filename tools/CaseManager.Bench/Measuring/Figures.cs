using System.Globalization;

namespace CaseManager.Bench.Measuring;

/// <summary>The lines that others read: <c>figure P1 ratio=0.52 …</c>; kept, so that all stand together at the end.</summary>
internal static class Figures
{
    private static readonly List<string> _lines = [];

    public static void Add(string id, params (string Name, double Value)[] values)
    {
        var line = $"figure {id} " + string.Join(' ', values.Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Name}={v.Value:0.###}")));
        _lines.Add(line);
        Console.WriteLine(line);
    }

    public static void PrintAll()
    {
        Console.WriteLine();
        foreach (var line in _lines)
            Console.WriteLine(line);
    }
}
