using Xunit;

namespace CaseManager.Web.Tests;

/// <summary>All stories are of one world, on one server.</summary>
[CollectionDefinition(Name)]
public sealed class Northgate : ICollectionFixture<Site>
{
    public const string Name = "Northgate";
}
