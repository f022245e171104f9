using System.Text.Json;
using CaseManager.Server.Interests;
using CaseManager.Server.Tests.Api;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CaseManager.Server.Tests.Stories;

/// <summary>
/// Daniel asks in general terms for what others may have. Those who have it are told and choose whether to speak; until one of them does,
/// nothing at all tells him whether there is anything.
/// </summary>
[Collection(ApiTests.Name)]
public sealed class InterestTests(ServerHost host)
{
    private const string Everything =
        """
        query($id: ID!, $case: ID!, $entry: ID!, $words: String!, $from: DateTime!) {
          interests(first: 20) { totalCount nodes { id version changedAt words purpose declaredAt until withdrawnAt contacts(first: 5) { totalCount nodes { id message } } } edges { cursor } pageInfo { hasNextPage endCursor } }
          node(id: $id) { id ... on Interest { version changedAt contacts { totalCount } } }
          interestMatches(first: 20) { totalCount nodes { id } }
          inbox(first: 20) { totalCount nodes { kind since record { id } } pageInfo { endCursor } }
          search(text: $words) { totalCount nodes { record { id } } }
          readLog(first: 5) { totalCount }
          exposure(record: $id, from: $from) { totalCount }
          case(id: $case) { id } timelineEntry(id: $entry) { id }
          me { grants(first: 20) { totalCount } }
        }
        """;

    private const string Inbox =
        """
        { inbox(kinds: ["interest.to-answer", "interest.contacted"], last: 20) { nodes { kind case { id } record { __typename
          ... on InterestMatch { id version words purpose asker { id name } askerAgency { code } case { id } entries { id } exhibits { id } answer said answeredBy { id } }
          ... on InterestContact { id message by { id name } agency { code } interest { id } } } } } }
        """;

    private const string Matches = "{ interestMatches(first: 30) { nodes { id words version case { id } entries { id } answer said } } }";

    private readonly Northgate _world = host.World;

    [Fact]
    public async Task Who_leads_a_case_that_matches_is_told_and_the_asker_only_when_they_turn_to_him()
    {
        var (one, other) = (Word(), Word());
        var file = await Opened(_world.Sanne, $"{one} broker");
        var interest = await Declare(_world.Daniel, $"broker {one}, HS {other}");
        var entry = await Record(_world.Sanne, file, $"Bill of lading shows HS {other} for the drums.");

        // Found by itself: some seconds after the entry, and not by any act.
        JsonElement told = default;
        await Eventually.True(async () => (told = await Waiting(_world.Sanne, one)).ValueKind != JsonValueKind.Undefined, "Sanne was not told");
        Assert.Equal(
            ("InterestMatch", _world.Daniel.Id, "USDE", "To compare notes", file, entry),
            (Text(told, "__typename"), Text(told.GetProperty("asker"), "id"), Text(told.GetProperty("askerAgency"), "code"), Text(told, "purpose"),
                Text(told.GetProperty("case"), "id"), Text(Assert.Single(told.GetProperty("entries").EnumerateArray()), "id")));
        Assert.Empty(await Contacts(_world.Daniel, interest));

        var answered = await _world.Sanne.Do("answerInterest", new { match = Text(told, "id"), answer = "CONTACT", message = "We have a file. Call me." });
        Assert.Equal(2, answered.Version);
        Assert.Equal(JsonValueKind.Undefined, (await Waiting(_world.Sanne, one)).ValueKind);
        var contact = Assert.Single(await Contacts(_world.Daniel, interest));
        Assert.Equal(("We have a file. Call me.", _world.Sanne.Id), (Text(contact, "message"), Text(contact.GetProperty("by"), "id")));
        Assert.Contains("We have a file. Call me.", await _world.Daniel.Answer(Inbox), StringComparison.Ordinal);
        // What there is he does not see: neither the match nor the case.
        foreach (var hidden in new[] { Text(told, "id"), file, entry })
            Assert.Equal(JsonValueKind.Null, (await _world.Daniel.Ask("query($id: ID!) { node(id: $id) { id } }", new { id = hidden })).GetProperty("node").ValueKind);
    }

    [Fact]
    public async Task What_the_asker_sees_is_the_same_byte_for_byte_with_a_match_and_without()
    {
        var word = Word();
        var asker = await Newcomer("USDE");
        var interest = await Declare(asker, $"{word} broker");
        var file = await Opened(_world.Sanne, "Nothing to see");
        var entry = await Record(_world.Sanne, file, "Not yet.");
        var question = new { id = interest, @case = file, entry, words = word, from = DateTimeOffset.UtcNow.AddDays(-1) };
        await Look();
        var without = await asker.Answer(Everything, question);
        Assert.DoesNotContain("\"errors\"", without, StringComparison.Ordinal);

        await Record(_world.Sanne, file, $"The broker is {word}.");
        await Look();
        var match = Text((await Waiting(_world.Sanne, word)), "id");
        Assert.Equal(without, await asker.Answer(Everything, question));
        await _world.Sanne.Do("answerInterest", new { match, answer = "DISMISS", message = "Another broker" });
        Assert.Equal(without, await asker.Answer(Everything, question));
        // Nor does an act on it, or on the match, say more than on none.
        Assert.Equal(
            (await asker.Act("answerInterest", new { match = GlobalIds.Nothing("InterestMatch"), answer = "CONTACT", message = "Me" })).Text,
            (await asker.Act("answerInterest", new { match, answer = "CONTACT", message = "Me" })).Text);
        var (matched, unmatched) = (await asker.Act("withdrawInterest", new { interest }), await asker.Act("withdrawInterest", new { interest = await Declare(asker, $"{Word()} broker") }));
        Assert.Equal((null, 2, null, 2), (matched.Code, matched.Version, unmatched.Code, unmatched.Version));
    }

    [Fact]
    public async Task Only_who_leads_is_told_and_only_of_what_they_may_read()
    {
        var (open, red) = (Word(), Word());
        var file = await _world.NewCase();
        await _world.NewEntry(file, $"The broker called {open}.");
        await _world.Maya.Do("recordTimelineEntry", new { @case = file, text = $"The source is {red} of the broker.", occurred = Northgate.AtEight, tlp = "RED", readers = new[] { _world.Maya.Id, _world.Theo.Id } });
        await Declare(_world.Daniel, $"broker {open}");
        await Declare(_world.Daniel, $"broker {red}");
        await Look();

        foreach (var (officer, ofOpen, ofRed) in new[] { (_world.Maya, true, true), (_world.Jules, true, false), (_world.Theo, false, false), (_world.Amara, false, false), (_world.Daniel, false, false), (_world.Registrar, false, false) })
        {
            var told = await officer.Answer(Matches);
            Assert.Equal((officer.ToString(), ofOpen, ofRed), (officer.ToString(), told.Contains(open, StringComparison.Ordinal), told.Contains(red, StringComparison.Ordinal)));
            Assert.Equal(ofOpen, (await Waiting(officer, open)).ValueKind != JsonValueKind.Undefined);
        }
    }

    [Fact]
    public async Task Of_a_sealed_case_only_those_inside_hear()
    {
        var word = Word();
        var sealedCase = (await _world.Desk.Do("openCase", new
        {
            title = $"{word} broker", summary = "Sealed by order.", caveats = new { compartments = new[] { _world.Compartment } },
            team = new[] { new { officer = _world.Theo.Id, role = "PRIMARY_INVESTIGATOR" } },
        })).Id;
        await Declare(_world.Daniel, $"{word} broker");
        await Look();
        Assert.Contains(word, await _world.Desk.Answer(Matches), StringComparison.Ordinal);
        Assert.DoesNotContain(word, await _world.Theo.Answer(Matches), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await _world.Theo.Ask("query($id: ID!) { case(id: $id) { id } }", new { id = sealedCase })).GetProperty("case").ValueKind);
    }

    [Fact]
    public async Task What_the_asker_may_read_is_not_told_to_anybody()
    {
        var word = Word();
        var (readable, hidden) = (await _world.NewCase(), await Opened(_world.Sanne, $"The broker {word}"));
        await _world.NewEntry(readable, $"Broker {word} again.");
        await Declare(_world.Maya, $"broker {word}");
        await Look();
        Assert.DoesNotContain(word, await _world.Jules.Answer(Matches), StringComparison.Ordinal);
        Assert.Contains(hidden, await _world.Sanne.Answer(Matches), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_loses_the_case_loses_the_match_with_it()
    {
        var (word, file, match) = await WaitingForASecondLead();

        await _world.Maya.Do("withdrawCaseAccess", new { @case = file, officer = _world.Amara.Id, role = "PRIMARY_INVESTIGATOR", reason = "Moved on" });
        Assert.DoesNotContain(word, await _world.Amara.Answer(Matches) + await _world.Amara.Answer(Inbox), StringComparison.Ordinal);
        Assert.Equal("record.unknown", (await _world.Amara.Act("answerInterest", new { match, answer = "CONTACT", message = "Hello" })).Code);
        Assert.NotEqual(JsonValueKind.Undefined, (await Waiting(_world.Maya, word)).ValueKind);
    }

    [Fact]
    public async Task Who_no_longer_leads_answers_no_more()
    {
        var (word, file, match) = await WaitingForASecondLead();
        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = _world.Amara.Id, role = "OBSERVER", reason = "Reads along" });
        await _world.Maya.Do("withdrawCaseAccess", new { @case = file, officer = _world.Amara.Id, role = "PRIMARY_INVESTIGATOR", reason = "Moved on" });
        Assert.Equal("access.not-permitted", (await _world.Amara.Act("answerInterest", new { match, answer = "CONTACT", message = "Hello" })).Code);
        Assert.Equal(JsonValueKind.Undefined, (await Waiting(_world.Amara, word)).ValueKind);
    }

    [Fact]
    public async Task A_case_is_told_of_once_however_often_it_is_found_on_whichever_node()
    {
        var word = Word();
        var file = await Opened(_world.Sanne, $"The broker {word}");
        var interest = await Declare(_world.Daniel, $"broker {word}");
        await using var other = await host.AnotherNode();
        var key = GlobalIds.Key(interest);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => LookForInterestHandler.Handle(
            new LookForInterest(key), (i % 2 == 0 ? host.Alba : other).Services.GetRequiredService<InterestMatching>(), CancellationToken.None)));
        var match = Text(await Waiting(_world.Sanne, word), "id");
        Assert.Equal(1, await host.FactsOf(match));

        await _world.Sanne.Do("answerInterest", new { match, answer = "DISMISS", message = "Another broker" });
        await Record(_world.Sanne, file, $"Broker {word}, once more.");
        await Look();
        Assert.Equal(2, await host.FactsOf(match));
        Assert.Equal("interest.already-answered", (await _world.Sanne.Act("answerInterest", new { match, answer = "CONTACT", message = "After all" })).Code);
    }

    [Fact]
    public async Task Withdrawn_or_lapsed_it_is_looked_for_no_longer_and_nobody_is_told_who_does_not_ask()
    {
        var (withdrawn, lapsed, told) = (Word(), Word(), Word());
        await _world.Daniel.Do("withdrawInterest", new { interest = await Declare(_world.Daniel, $"broker {withdrawn}"), reason = "Found it" });
        await Declare(_world.Daniel, $"broker {lapsed}", DateTimeOffset.UtcNow.AddSeconds(1));
        await Eventually.True(async () => !(await _world.Daniel.Answer("{ interests(where: { open: { eq: true } }, first: 50) { nodes { words } } }")).Contains(lapsed, StringComparison.Ordinal), "it did not lapse");
        var file = await Opened(_world.Sanne, $"The broker {withdrawn} and {lapsed} and {told}");
        var late = await Declare(_world.Daniel, $"broker {told}");
        await Look();
        var answer = await _world.Sanne.Answer(Matches);
        Assert.DoesNotContain(withdrawn, answer, StringComparison.Ordinal);
        Assert.DoesNotContain(lapsed, answer, StringComparison.Ordinal);

        var match = Text(await Waiting(_world.Sanne, told), "id");
        await _world.Daniel.Do("withdrawInterest", new { interest = late });
        Assert.Equal("interest.over", (await _world.Sanne.Act("answerInterest", new { match, answer = "CONTACT", message = "Call me" })).Code);
        Assert.Empty(await Contacts(_world.Daniel, late));
        Assert.Null((await _world.Sanne.Act("answerInterest", new { match, answer = "DISMISS", message = "Over" })).Code);
        Assert.NotEmpty(file);
    }

    [Fact]
    public async Task An_interest_is_the_askers_own()
    {
        var interest = await Declare(_world.Daniel, $"broker {Word()}");
        // The last of his own, as the oracle asks for it: and nobody else's.
        var own = (await _world.Daniel.Ask(Access.Questions.Interests)).GetProperty("interests").GetProperty("nodes");
        Assert.Equal(interest, Text(own[0], "id"));
        Assert.All(own.EnumerateArray(), i => Assert.Equal(_world.Daniel.Id, Text(i.GetProperty("officer"), "id")));
        foreach (var officer in new[] { _world.Sanne, _world.Jules, _world.Novak, Northgate.RegistrarOf(host, "USDE"), _world.Stranger })
        {
            Assert.Equal(
                await officer.Answer("query($id: ID!) { node(id: $id) { id ... on Interest { words } } }", new { id = GlobalIds.Nothing("Interest") }),
                await officer.Answer("query($id: ID!) { node(id: $id) { id ... on Interest { words } } }", new { id = interest }));
            Assert.Equal(
                (await officer.Act("withdrawInterest", new { interest = GlobalIds.Nothing("Interest") })).Text,
                (await officer.Act("withdrawInterest", new { interest })).Text);
        }
    }

    [Fact]
    public async Task Twenty_are_open_at_most_and_only_for_who_belongs_to_a_task_force()
    {
        var asker = await Newcomer("USDE");
        foreach (var _ in Enumerable.Range(0, 20))
            await Declare(asker, $"broker {Word()}");
        var input = new { words = $"broker {Word()}", purpose = "One more", until = DateTimeOffset.UtcNow.AddDays(1) };
        Assert.Equal("interest.too-many", (await asker.Act("declareInterest", input)).Code);
        foreach (var officer in new[] { _world.Novak, _world.Piet, _world.Theo, _world.Stranger })
            Assert.Equal("access.not-permitted", (await officer.Act("declareInterest", input)).Code);
    }

    private async Task<(string Word, string File, string Match)> WaitingForASecondLead()
    {
        var word = Word();
        var file = await _world.NewCase();
        await _world.Maya.Do("grantCaseAccess", new { @case = file, officer = _world.Amara.Id, role = "PRIMARY_INVESTIGATOR", reason = "Second lead" });
        await _world.NewEntry(file, $"Broker {word}.");
        await Declare(_world.Daniel, $"broker {word}");
        await Look();
        return (word, file, Text(await Waiting(_world.Amara, word), "id"));
    }

    private Task<DateTimeOffset> Look() => host.Alba.Services.GetRequiredService<InterestMatching>().Look(null, null, CancellationToken.None);

    private static async Task<string> Declare(Voice by, string words, DateTimeOffset? until = null) =>
        (await by.Do("declareInterest", new { words, purpose = "To compare notes", until = until ?? DateTimeOffset.UtcNow.AddDays(30) })).Id;

    private static async Task<string> Opened(Voice by, string title) => (await by.Do("openCase", new { title, summary = "For the team alone." })).Id;

    private static async Task<string> Record(Voice by, string file, string text) =>
        (await by.Do("recordTimelineEntry", new { @case = file, text, occurred = Northgate.AtEight })).Id;

    /// <returns>What waits for the officer with that word in it; undefined when nothing does.</returns>
    private static async Task<JsonElement> Waiting(Voice officer, string word) =>
        (await officer.Ask(Inbox)).GetProperty("inbox").GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("record"))
        .FirstOrDefault(r => r.TryGetProperty("words", out var words) && words.GetString()!.Contains(word, StringComparison.Ordinal));

    private static async Task<List<JsonElement>> Contacts(Voice asker, string interest) =>
        [.. (await asker.Ask("query($id: ID!) { node(id: $id) { ... on Interest { contacts(first: 10) { nodes { message by { id name } agency { code } } } } } }", new { id = interest }))
            .GetProperty("node").GetProperty("contacts").GetProperty("nodes").EnumerateArray()];

    /// <summary>An officer who belongs to the task force and to no case.</summary>
    private async Task<Voice> Newcomer(string agency)
    {
        var subject = $"s{Guid.NewGuid():n}";
        await Northgate.RegistrarOf(host, agency).Do("registerOfficer", new { subject, name = "Elena Cruz" });
        var officer = host.As(subject, agency);
        await _world.Registrar.Do("appointToTaskForce", new { taskForce = _world.TaskForce, officer = officer.Id, role = "MEMBER", reason = "Agreement v3" });
        return officer;
    }

    // A word that stands nowhere else, of letters alone.
    private static string Word() => "qz" + string.Concat(Guid.NewGuid().ToByteArray().Take(8).Select(b => (char)('a' + (b % 26))));

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
