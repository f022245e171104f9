using CaseManager.Server.Cases;
using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Tests.Support;
using Xunit;

namespace CaseManager.Server.Tests.Store;

/// <summary>One request is one snapshot: what was called the last question is the last.</summary>
public sealed class LastQuestionTests
{
    [Fact]
    public async Task Ends_the_snapshot_with_its_answer_and_nothing_is_answered_after_it()
    {
        await using var node = await Node.On(await TestPostgres.NewDatabase());
        var by = await node.Arrives(Node.Registrar("lead"));
        var onCase = await node.OpenedCase(by);
        var entry = Tests.Store.Acts.Done(await node.Record(by, onCase, "seen"));

        await node.As(by, async reader =>
        {
            Assert.NotNull(await reader.Load<EntryRow>(entry).Get(CancellationToken.None));
            reader.Last();
            Assert.NotNull(await reader.Load<EntryRow>(entry).Get(CancellationToken.None));
            Assert.Equal(2, ((Reader)reader).RoundTrips);
            return await Assert.ThrowsAsync<InvalidOperationException>(() => reader.Load<EntryRow>(entry).Get(CancellationToken.None));
        });

        // The connection went back without the caller's role and labels.
        Assert.NotNull(await node.As(by, reader => reader.Load<EntryRow>(entry).Get(CancellationToken.None)));
        Assert.Null(await node.As(Node.Officer("stranger", "CFP"), reader => reader.Load<EntryRow>(entry).Get(CancellationToken.None)));
    }
}
