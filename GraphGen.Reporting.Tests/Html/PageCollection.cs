using Xunit;

namespace GraphGen.Reporting.Tests.Html;

/// <summary>Tests that share the pages and the browser.</summary>
[CollectionDefinition(Name)]
public sealed class PageCollection : ICollectionFixture<Pages>, ICollectionFixture<Browser>
{
    public const string Name = "Pages";
}
