using GraphQLParser;

namespace CaseManager.Server.GraphQl.Guard;

/// <summary>Counts lexical tokens and gives up at the limit, before anything is parsed.</summary>
internal static class TokenCount
{
    public static bool IsOver(string document)
    {
        var at = 0;
        for (var count = 0; count <= Limits.Tokens; count++)
        {
            var token = Lexer.Lex(document, at);
            if (token.Kind == TokenKind.EOF)
                return false;
            if (token.Kind == TokenKind.COMMENT)
                count--;
            at = token.End;
        }
        return true;
    }
}
