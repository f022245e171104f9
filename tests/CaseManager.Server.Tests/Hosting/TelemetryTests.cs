using System.Diagnostics;
using CaseManager.Server.Hosting;
using Xunit;

namespace CaseManager.Server.Tests.Hosting;

/// <summary>What leaves as telemetry names nobody and repeats nothing.</summary>
public class TelemetryTests
{
    [Fact]
    public void A_finished_span_keeps_its_codes_and_loses_what_could_tell()
    {
        using var span = new Activity("POST /graphql");
        span.SetTag("http.response.status_code", 200);
        foreach (var telling in new[] { "url.query", "enduser.id", "db.query.text", "db.statement", "client.address", "graphql.document" })
            span.SetTag(telling, "informant");
        span.SetStatus(ActivityStatusCode.Error, "invalid input syntax: \"informant\"");

        using var discretion = new Discretion();
        discretion.OnEnd(span);

        Assert.Equal(["http.response.status_code"], span.TagObjects.Where(tag => tag.Value is not null).Select(tag => tag.Key));
        Assert.Equal((ActivityStatusCode.Error, ""), (span.Status, span.StatusDescription));
    }

    [Fact]
    public void A_recorded_exception_keeps_its_type_only()
    {
        using var listener = Discretion.OnExceptions();
        listener.Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded;
        ActivitySource.AddActivityListener(listener);
        using var source = new ActivitySource("discretion-test");
        using var span = source.StartActivity("insert")!;

        span.AddException(new InvalidOperationException("informant"));

        var told = Assert.Single(span.Events).Tags.ToDictionary(tag => tag.Key, tag => tag.Value);
        Assert.Equal("System.InvalidOperationException", told["exception.type"]);
        Assert.DoesNotContain("informant", string.Concat(told.Values), StringComparison.Ordinal);
    }
}
