using System.Text;
using Xunit;

namespace CaseManager.Server.Tests.GraphQl.Guard;

/// <summary>Documents that are cheap to send and dear to answer.</summary>
public static class Attacks
{
    public static TheoryData<string> Names => [.. All.Keys];

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["26 nested fragments, each spread twice"] = FragmentFan(26),
        ["64 nested fragments, each spread twice"] = FragmentFan(64),
        ["20,000 repeated fields"] = "{" + Times("__typename ", 20_000) + "}",
        ["1,900 repeated fields"] = "{" + Times("__typename ", 1_900) + "}",
        ["3,000 overlapping objects"] = "{" + Times("node(id:\"x\"){id} ", 3_000) + "}",
        ["200 overlapping objects of one set"] = "{" + Times("me{id} ", 200) + "}",
        ["overlapping fields hidden in fragments"] =
            "{...F}" + "fragment F on Query{" + string.Concat(Enumerable.Range(0, 28).Select(i => $"...F{i} ")) + "}"
            + string.Concat(Enumerable.Range(0, 28).Select(i => $"fragment F{i} on Query{{{Times("me{id ...O} ", 12)}}}"))
            + "fragment O on Officer{" + Times("id ", 90) + "}",
        ["10,000 unknown directives"] = "{__typename " + Times("@a ", 10_000) + "}",
        ["500 unknown directives"] = "{__typename " + Times("@a ", 500) + "}",
        ["500 unknown fields"] = "{" + string.Concat(Enumerable.Range(0, 500).Select(i => $"f{i} ")) + "}",
        ["101 aliases"] = "{" + string.Concat(Enumerable.Range(0, 101).Select(i => $"a{i}:__typename ")) + "}",
        ["50,000 levels"] = Times("{a", 50_000),
        ["30 levels"] = Times("{me", 30) + "{id}" + Times("}", 30),
        ["5,000 nested lists"] = "{hello(name:" + Times("[", 5_000),
        ["60 nested lists"] = "{hello(name:" + Times("[", 60) + Times("]", 60) + ")}",
        ["circular fragments"] = "{...A} fragment A on Query{...B} fragment B on Query{...A}",
        ["circular introspection"] = "{__schema{types" + Times("{fields{type", 12) + "{name}" + Times("}}", 12) + "}}",
        ["1,000 operations"] = string.Concat(Enumerable.Range(0, 1_000).Select(i => $"query Q{i}{{__typename}}")),
        ["300 variables"] = "query(" + string.Concat(Enumerable.Range(0, 300).Select(i => $"$v{i}:Int ")) + "){__typename}",
        ["60,000 characters of comment"] = "{__typename}#" + new string('x', 60_000),
        ["60,000 commas"] = "{__typename" + new string(',', 60_000) + "}",
        ["16,000 opened blocks"] = new string('{', 16_000),
        ["an unended block string"] = "{hello(name:\"\"\"" + new string('a', 15_000),
        ["a block string of 15,000 characters"] = "{hello(name:\"\"\"" + new string('a', 15_000) + "\"\"\") unknown}",
        ["a string of 7,000 escapes"] = "{hello(name:\"" + Times("\\n", 7_000) + "\") unknown}",
        ["a string of 15,000 characters"] = "{hello(name:\"" + new string('a', 15_000) + "\") unknown}",
        ["a name of 15,000 characters"] = "{" + new string('a', 15_000) + "}",
        ["a number of 15,000 digits"] = "{hello(name:" + new string('9', 15_000) + ") unknown}",
        ["a page of pages of pages"] = "{cases(first:50){nodes{timeline(first:50){nodes{case{timeline(first:50){nodes{id}}}}}}}}",
        ["1,000 mutations"] = "mutation{" + string.Concat(Enumerable.Range(0, 1_000).Select(i => $"a{i}:__typename ")) + "}",
        ["15 mutations in one operation"] = "mutation{" + string.Concat(Enumerable.Range(0, 15).Select(i => $"a{i}:__typename ")) + "}",
        ["null bytes"] = new string('\0', 16_000),
    };

    public static string FragmentFan(int levels)
    {
        var text = new StringBuilder("{...F0 ...F0}");
        for (var i = 0; i < levels; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"fragment F{i} on Query{{...F{i + 1} ...F{i + 1}}}");
        return text.Append(System.Globalization.CultureInfo.InvariantCulture, $"fragment F{levels} on Query{{__typename}}").ToString();
    }

    private static string Times(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}
