using System.Diagnostics;
using OpenTelemetry;

namespace CaseManager.Server.Hosting;

/// <summary>Takes from every finished span what could name a person or repeat what was asked for.</summary>
internal sealed class Discretion : BaseProcessor<Activity>
{
    private static readonly string[] _beginnings =
    [
        "enduser.", "user.", "client.address", "network.peer.address", "user_agent.", "url.query", "db.statement", "db.query.text",
        "db.query.parameter", "graphql.document", "graphql.variables",
    ];

    /// <summary>
    /// Recorded exceptions keep their type and lose message and stack: PostgreSQL's messages quote values.
    /// An event cannot be changed once it is on a span, so this listens before it gets there.
    /// </summary>
    public static ActivityListener OnExceptions() => new()
    {
        ShouldListenTo = static _ => true,
        Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.None,
        ExceptionRecorder = static (Activity _, Exception _, ref TagList tags) =>
        {
            tags.Add("exception.message", "");
            tags.Add("exception.stacktrace", "");
        },
    };

    public override void OnEnd(Activity data)
    {
        foreach (var name in data.TagObjects.Select(tag => tag.Key).Where(IsTelling).ToArray())
            data.SetTag(name, null);
        // A status text is an exception's message, which may quote a value.
        if (data.StatusDescription is not null)
            data.SetStatus(data.Status, "");
    }

    internal static bool IsTelling(string tag) => Array.Exists(_beginnings, start => tag.StartsWith(start, StringComparison.Ordinal));
}
