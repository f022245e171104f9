namespace CaseManager.Server.Tests.Access;

/// <summary>Marks some cases, entries and exhibits anew, higher or lower, with all that goes along.</summary>
internal sealed class RemarkMaker(WorldMaker maker, CaseMaker cases)
{
    private Chance Chance => maker.Chance;

    private World World => maker.World;

    public async Task Make()
    {
        foreach (var (file, lead) in cases.Opened.Where(_ => Chance.OneIn(2)))
            await Case(file, lead);
        foreach (var record in World.Items.Where(i => i.Type is "TimelineEntry" or "Exhibit" && Chance.OneIn(4)).ToList())
            await Record(record);
    }

    private async Task Case(Item file, Person lead)
    {
        var tlp = Chance.Of(Marking.Rising);
        var readers = tlp == "RED" ? Chance.Some(maker.Serving, 3) : [];
        var said = Restrictions.Of(Chance, lead.Agency, maker.Inside(lead));
        if (await maker.Try(lead.Voice, "changeCaseMarking", new
            {
                @case = file.Id, version = file.Version, tlp, readers = tlp == "RED" ? readers.Select(p => p.Id) : null, caveats = said?.Sent, reason = WorldMaker.Why,
            }) is not { } outcome)
            return;
        // Whoever was kept out by name is not let in by the way.
        var always = file.Marking.Tlp != "RED" || file.Marking.Readers.Contains(lead) ? [lead] : Array.Empty<Person>();
        var onCase = file.Marking with
        {
            Tlp = tlp, Readers = tlp == "RED" ? [.. readers.Concat(always).Distinct()] : [], Caveats = said?.Under(World.Law, lead.Agency) ?? [],
        };
        (file.Marking, file.Said) = (onCase, said);
        file.Version = (int)outcome.Version;
        foreach (var record in World.Items.Where(i => i.Of == file.Id && i.Type is "TimelineEntry" or "Exhibit" or "Task" or "Grant" or "ReleaseRequest"))
            record.Marking = record.Marking.Follow(onCase, record.AsCase);
    }

    private async Task Record(Item record)
    {
        var (file, by, exhibit) = (World.ById(record.Of!)!, record.By!, record.Type == "Exhibit");
        var own = cases.Stricter(file, by, record.Marking.Originator);
        own = own with { Tlp = own.Tlp ?? file.Marking.Tlp, Readers = own.Readers ?? (file.Marking.Tlp == "RED" ? [.. file.Marking.Readers] : null) };
        var (mutation, id) = exhibit ? ("changeExhibitMarking", "exhibit") : ("changeTimelineEntryMarking", "entry");
        if (await maker.Try(by.Voice, mutation, new Dictionary<string, object?>
            {
                [id] = record.Id, ["version"] = record.Version, ["tlp"] = own.Tlp, ["readers"] = own.Named, ["caveats"] = own.Said?.Sent, ["reason"] = WorldMaker.Why,
            }) is not { } outcome)
            return;
        record.Marking = cases.Below(file, own, by, record.Marking.Originator);
        record.AsCase = CaseMaker.IsAsCase(file, record, own);
        record.Version = (int)outcome.Version;
    }
}
