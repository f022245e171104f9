using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.GraphQl;

/// <summary>Every limit of the API, in one place. What is over a limit is refused before it costs more than reading it.</summary>
public static class Limits
{
    /// <summary>Bytes of a request body.</summary>
    public const int BodyBytes = 64 * 1024;

    /// <summary>Bytes of one message of a WebSocket client; the operation inside keeps to the limits below.</summary>
    public const int MessageBytes = 256 * 1024;

    /// <summary>Levels of JSON in a request.</summary>
    public const int JsonDepth = 32;

    /// <summary>Characters of a document.</summary>
    public const int DocumentCharacters = 16 * 1024;

    /// <summary>Characters of a document that lie in block strings; long texts belong into variables.</summary>
    public const int BlockStringCharacters = 2_000;

    /// <summary>Lexical tokens of a document.</summary>
    public const int Tokens = 2_000;

    /// <summary>Nested selection sets, fragments expanded.</summary>
    public const int Depth = 12;

    /// <summary>The same below <c>__schema</c> and <c>__type</c>: the standard introspection query needs 15.</summary>
    public const int IntrospectionDepth = 16;

    /// <summary>Nested lists and objects in a literal.</summary>
    public const int LiteralDepth = 12;

    /// <summary>Selections written in one selection set.</summary>
    public const int SelectionsPerSet = 100;

    /// <summary>Aliases in a document.</summary>
    public const int Aliases = 30;

    /// <summary>Directives in a document.</summary>
    public const int Directives = 20;

    /// <summary>Fragment definitions in a document.</summary>
    public const int Fragments = 30;

    /// <summary>Operations in a document.</summary>
    public const int Operations = 10;

    /// <summary>Variables of one operation.</summary>
    public const int Variables = 50;

    /// <summary>Selections of an operation with every fragment spread written out.</summary>
    public const int ExpandedSelections = 5_000;

    /// <summary>Mutations in one operation.</summary>
    public const int MutationsPerOperation = 10;

    /// <summary>Errors in an answer.</summary>
    public const int Errors = 10;

    /// <summary>Sum of the weights of all fields, lists multiplied by their page.</summary>
    public const int FieldCost = 1_000;

    /// <summary>Objects an answer may hold, lists multiplied by their page.</summary>
    public const int TypeCost = 1_000;

    /// <summary>Points of both that one officer's operations may cost at once: a hundred of the dearest.</summary>
    public const int CostBudget = 200_000;

    /// <summary>Points that come back to an officer by the second: one of the dearest operations.</summary>
    public const int CostPerSecond = 2_000;

    /// <summary>Rows of a page when nothing is said.</summary>
    public const int PageDefault = PageArgs.Default;

    /// <summary>Rows of a page at most.</summary>
    public const int PageMost = PageArgs.Most;

    /// <summary>Ids given to <c>nodes</c>.</summary>
    public const int Nodes = 50;

    /// <summary>Nested <c>and</c>/<c>or</c> in a filter.</summary>
    public const int FilterDepth = 5;

    /// <summary>Comparisons in a filter.</summary>
    public const int FilterTests = 50;

    /// <summary>Values of an <c>in</c> list.</summary>
    public const int FilterValues = 100;

    /// <summary>Entries of an order.</summary>
    public const int Sortings = 5;

    /// <summary>Characters of a <c>clientMutationId</c>.</summary>
    public const int ClientMutationIdCharacters = 100;

    /// <summary>Validated documents kept.</summary>
    public const int CachedDocuments = 500;

    /// <summary>Time an operation may take.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);
}
