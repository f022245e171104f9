using CaseManager.Server.Tests.GraphQl.Toy;
using Xunit;

namespace CaseManager.Server.Tests.GraphQl;

public sealed class IntrospectionTests
{
    /// <summary>What graphql-js asks with every option on; code generators and IDEs ask the same.</summary>
    private const string Everything = """
        query IntrospectionQuery {
              __schema {
                description
                queryType { name kind }
                mutationType { name kind }
                subscriptionType { name kind }
                types {
                  ...FullType
                }
                directives {
                  name
                  description
                  isRepeatable


                  locations
                  args(includeDeprecated: true) {
                    ...InputValue
                  }
                }
              }
            }

            fragment FullType on __Type {
              kind
              name
              description
              specifiedByURL
              isOneOf
              fields(includeDeprecated: true) {
                name
                description
                args(includeDeprecated: true) {
                  ...InputValue
                }
                type {
                  ...TypeRef
                }
                isDeprecated
                deprecationReason
              }
              inputFields(includeDeprecated: true) {
                ...InputValue
              }
              interfaces {
                ...TypeRef
              }
              enumValues(includeDeprecated: true) {
                name
                description
                isDeprecated
                deprecationReason
              }
              possibleTypes {
                ...TypeRef
              }
            }

            fragment InputValue on __InputValue {
              name
              description
              type { ...TypeRef }
              defaultValue
              isDeprecated
              deprecationReason
            }

            fragment TypeRef on __Type {
              kind
              name
              ofType {
                name
                kind
                ofType {
                  name
                  kind
                  ofType {
                    name
                    kind
                    ofType {
                      name
                      kind
                      ofType {
                        name
                        kind
                        ofType {
                          name
                          kind
                          ofType {
                            name
                            kind
                            ofType {
                              name
                              kind
                              ofType {
                                name
                                kind
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
        """;

    [Fact]
    public async Task Passes_the_guard_with_every_option_of_the_reference_client()
    {
        await using var host = await Host.Start();
        var answer = await host.Ask(Everything);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        var types = answer.GetProperty("data").GetProperty("__schema").GetProperty("types").EnumerateArray().ToList();
        Assert.Contains(types, t => t.GetProperty("name").GetString() == "DateTime" && t.GetProperty("specifiedByURL").GetString() is not null);
        Assert.Contains(types, t => t.GetProperty("name").GetString() == "WhenInput" && t.GetProperty("isOneOf").GetBoolean());
    }
}
