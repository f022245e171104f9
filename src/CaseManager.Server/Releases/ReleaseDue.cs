using System.Globalization;
using CaseManager.Domain.Releases;
using CaseManager.Server.Kernel.Wire;
using CaseManager.Server.Kernel.Writing;

namespace CaseManager.Server.Releases;

/// <summary>An originator's answer is due.</summary>
public sealed record ReleaseDue(Guid Release, int Round);

/// <summary>Starts with a question, ends with its answer; if none came in time, it lapses, once.</summary>
public static class ReleaseDueHandler
{
    public static async Task Handle(ReleaseDue message, Ledger ledger, CancellationToken cancel)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"release-due {message.Release:N} {message.Round}");
        var acted = await ledger.Act(Intent.Of(key, message.Release.ToString()), new Undertaking(message.Release, null, [], [], ground =>
            ground.State<Release, IReleaseFact>(message.Release) is { } release
                ? Deed.Of(message.Release, LapseRelease.Decide(ground.By, new LapseRelease(message.Round), release), ground.LabelOf(message.Release)!)
                : Deed.Nothing), cancel);
        // A node whose clock runs ahead of the database's comes too early: the message is tried again until it is time.
        if (acted.Refusal is { } early)
            throw new InvalidOperationException(early.Code);
    }
}
