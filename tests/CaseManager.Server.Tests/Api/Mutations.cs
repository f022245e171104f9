using System.Reflection;
using System.Text.Json;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Tests.Api;

/// <summary>The mutations that the slices offer, and a document for each.</summary>
public static class Mutations
{
    private static readonly Dictionary<string, string> Records = Composition.Wire().Mutations
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .ToDictionary(
            m => JsonNamingPolicy.CamelCase.ConvertName(m.Name),
            m => m.GetCustomAttributes().OfType<IReturns>().Single().Field);

    public static IEnumerable<string> All => Records.Keys;

    public static string Record(string mutation) => Records[mutation];

    public static string Document(string mutation) =>
        $$"""
        mutation($input: {{char.ToUpperInvariant(mutation[0])}}{{mutation[1..]}}Input!) {
          {{mutation}}(input: $input) {
            {{Records[mutation]}} { id version }
            version
            clientMutationId
            errors {
              __typename
              ... on Error { code message }
              ... on InvalidInputError { invalid: field }
              ... on RefusedError { refused: field }
              ... on StaleError { version changes { version what by { id name } reason fields { field was is } } }
            }
          }
        }
        """;
}
