namespace CaseManager.Server.Tests.Access;

/// <summary>Plants one fault after the other and sees whether the oracle finds it.</summary>
internal static class FaultRun
{
    /// <summary>So many show nearly every fault; one that needs what is rare is looked for in all there are.</summary>
    public const int Worlds = 4;

    /// <param name="worlds">In which nothing is wrong.</param>
    /// <returns>The names of those that nobody found.</returns>
    public static async Task<IReadOnlyList<string>> Missed(OracleHost host, IReadOnlyList<Fault> faults, List<World> worlds, Action<string> say)
    {
        var missed = new List<string>();
        foreach (var fault in faults)
        {
            var found = await Find(host, fault, worlds);
            say($"{fault.Name}: {found?.ToString() ?? "NOT FOUND"}");
            if (found is null)
                missed.Add(fault.Name);
        }
        // Were one of them left, the next would be found for it.
        foreach (var who in worlds[0].People)
            if ((await Probes.All(host.Node, worlds[0], who)).Findings is [var first, ..])
                throw new InvalidOperationException($"after the faults: {first}");
        return missed;
    }

    private static async Task<Finding?> Find(OracleHost host, Fault fault, List<World> worlds)
    {
        if (fault.AtTurn)
            worlds = [await WorldMaker.Make(host, worlds[^1].Seed + 100_000, async made =>
            {
                await Knowing(host.Node, made);
                await host.Sql(fault.Plant);
            })];
        else
            await host.Sql(fault.Plant);
        await using var own = fault.OwnNode ? await host.AnotherNode(fault.Service) : null;
        try
        {
            foreach (var world in worlds)
                foreach (var who in world.People)
                    if (await Find(own ?? host.Node, world, who) is { } found)
                        return found;
            return null;
        }
        finally
        {
            await host.Sql(fault.Mend);
        }
    }

    private static async Task<Finding?> Find(OracleNode node, World world, Person who)
    {
        try
        {
            return (await Probes.All(node, world, who, untilFound: true)).Findings.FirstOrDefault();
        }
        catch (NoAnswerException broken)
        {
            // What would be shown and cannot be put on record is not shown: the fault is found by its silence.
            return new Finding(false, world.Seed, who.ToString(), broken.What, broken.Message);
        }
    }

    /// <summary>Everybody's rights are known to the node before they turn.</summary>
    public static async Task Knowing(OracleNode node, World world)
    {
        foreach (var who in world.People)
            await new Asker(node, world, who).Ask("cases before", "{ cases(first: 50) { totalCount nodes { id } } }");
    }
}
