namespace CaseManager.Server.GraphQl.Guard;

/// <summary>
/// How much of a document lies in block strings. The library's lexer copies a block string once for every character of it
/// (15,000 characters took 226 MB), so they are measured before it sees them.
/// </summary>
internal static class BlockStrings
{
    private const string Fence = "\"\"\"";

    public static bool AreOver(string document)
    {
        var total = 0;
        for (var at = 0; at < document.Length; at++)
        {
            if (document[at] == '#')
                at = EndOfLine(document, at);
            else if (document[at] == '"' && !IsFence(document, at))
                at = EndOfString(document, at);
            else if (document[at] == '"')
            {
                var end = EndOfBlock(document, at + Fence.Length);
                total += end - at;
                at = end;
            }
        }
        return total > Limits.BlockStringCharacters;
    }

    private static bool IsFence(string document, int at) => string.CompareOrdinal(document, at, Fence, 0, Fence.Length) == 0;

    private static int EndOfLine(string document, int at) => document.AsSpan(at).IndexOfAny('\r', '\n') is >= 0 and var end ? at + end : document.Length;

    private static int EndOfString(string document, int at)
    {
        for (var i = at + 1; i < document.Length; i++)
        {
            if (document[i] == '\\')
                i++;
            else if (document[i] is '"' or '\r' or '\n')
                return i;
        }
        return document.Length;
    }

    private static int EndOfBlock(string document, int at)
    {
        for (var i = at; i < document.Length; i++)
        {
            if (document[i] == '\\' && IsFence(document, i + 1))
                i += Fence.Length;
            else if (IsFence(document, i))
                return i + Fence.Length - 1;
        }
        return document.Length;
    }
}
