using CaseManager.Domain.Cases;
using CaseManager.Domain.Kernel;
using CaseManager.Server.Cases;
using CaseManager.Server.Kernel.Writing;
using CaseManager.Server.Tests.Support;
using Xunit;

namespace CaseManager.Server.Tests.Store;

/// <summary>An act shows its record without a second question only where the answer would be the same.</summary>
public sealed class ShownRowTests : IAsyncLifetime
{
    private readonly CaseManager.Server.Kernel.Caller _by = Node.Registrar("clerk");
    private readonly CaseManager.Server.Kernel.Caller _guest = Node.Officer("guest");
    private string _database = "";
    private Node _node = null!;
    private Guid _case;

    public async Task InitializeAsync()
    {
        _database = await TestPostgres.NewDatabase();
        _node = await Node.On(_database);
        await _node.Arrives(_by);
        await _node.Arrives(_guest);
        _case = await _node.OpenedCase(_by);
        // Rights are kept from here on: the case's own label is judged.
        Assert.NotNull(await Read<CaseRow>(_by, _case));
    }

    public async Task DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task What_is_shown_is_what_a_reader_would_read()
    {
        var recorded = await _node.Record(_by, _case, "żółw \"one\"");
        Assert.Equal(await Read<EntryRow>(_by, recorded.Id!.Value), Assert.IsType<EntryRow>(recorded.Row));
        var corrected = await _node.Correct(_by, recorded.Id.Value, 1, "another");
        Assert.Equal(await Read<EntryRow>(_by, recorded.Id.Value), Assert.IsType<EntryRow>(corrected.Row));
        Assert.Equal(2, ((EntryRow)corrected.Row!).Version);
    }

    [Fact]
    public async Task An_act_that_changes_rights_shows_nothing_of_itself()
    {
        Assert.Null((await _node.Open(_by)).Row);
        Assert.Null((await _node.Grant(_by, _case, _guest)).Row);
        Assert.Null((await _node.Withdraw(_by, _case, _guest)).Row);
    }

    [Theory]
    [InlineData(Tlp.Amber, true, true)]
    [InlineData(Tlp.Amber, false, false)]
    [InlineData(Tlp.Red, true, false)]
    public async Task A_label_that_the_caller_may_not_read_is_not_shown_whatever_was_written(Tlp tlp, bool onHisCase, bool shown)
    {
        var entry = Acts.Done(await _node.Record(_by, _case, "seen"));
        var label = new Label(new AgencyId("NLP"), tlp, new CaseId(onHisCase ? _case : Guid.NewGuid()), null, []);
        var acted = await _node.Ledger.Act(Node.Means(_by), new Undertaking(entry, null, [], [], ground =>
            Deed.Of(entry, Decision<IEntryFact>.Accept(new EntryTagged("hidden")), label)), CancellationToken.None);
        Assert.Equal(2, acted.Version);
        Assert.Equal(shown, acted.Row is not null);
        Assert.Equal(shown, await Read<EntryRow>(_by, entry) is not null);
    }

    [Fact]
    public async Task A_repeat_and_an_act_that_does_nothing_leave_it_to_the_reader()
    {
        Assert.NotNull((await _node.Record(_by, _case, "once", key: "k")).Row);
        var again = await _node.Record(_by, _case, "once", key: "k");
        Assert.NotNull(again.Id);
        Assert.Null(again.Row);
    }

    [Fact]
    public async Task A_refused_act_shows_nothing()
    {
        var acted = await _node.Record(_guest, _case, "not mine");
        Assert.Equal("record.unknown", acted.Refusal?.Code);
        Assert.Null(acted.Row);
    }

    private Task<TRow?> Read<TRow>(CaseManager.Server.Kernel.Caller caller, Guid id) where TRow : class =>
        _node.As(caller, async reader => await reader.Load<TRow>(id).Get(CancellationToken.None));
}
