using System.Text;

namespace CaseManager.Server.Kernel.Wire;

/// <summary>Names of choices as people and programs outside see them.</summary>
public static class Choices
{
    /// <summary><c>AmberStrict</c> is <c>AMBER_STRICT</c>, <c>Admiralty6X6</c> is <c>ADMIRALTY_6X6</c>: a figure begins a word, and what follows it stays with it.</summary>
    public static string Name(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && Begins(name, i))
                text.Append('_');
            text.Append(char.ToUpperInvariant(name[i]));
        }
        return text.ToString();
    }

    private static bool Begins(string name, int i) =>
        char.IsDigit(name[i])
            ? char.IsLower(name[i - 1])
            : char.IsUpper(name[i]) && (char.IsLower(name[i - 1]) || (char.IsUpper(name[i - 1]) && i + 1 < name.Length && char.IsLower(name[i + 1])));
}
