using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace CaseManager.Server.Tests.Support;

/// <summary>All that this process says of itself while one listens: log lines of every level with what they were made from, spans, measurements' tags.</summary>
internal sealed class Overheard : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ConcurrentQueue<string> _spans = new();
    private readonly ConcurrentQueue<string> _measurements = new();
    private readonly ActivityListener _spansHeard;
    private readonly MeterListener _measured = new();

    public Overheard()
    {
        _spansHeard = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => _spans.Enqueue(
                $"{span.DisplayName} {span.StatusDescription} {Told(span.TagObjects)} {string.Join(' ', span.Baggage)} {string.Join(' ', span.Events.Select(e => e.Name + Told(e.Tags)))}"),
        };
        ActivitySource.AddActivityListener(_spansHeard);
        _measured.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        Measured<byte>();
        Measured<short>();
        Measured<int>();
        Measured<long>();
        Measured<float>();
        Measured<double>();
        Measured<decimal>();
        _measured.Start();
    }

    public (int Lines, int Spans, int Measurements) Heard()
    {
        _measured.RecordObservableInstruments();
        return (_lines.Count, _spans.Count, _measurements.Count);
    }

    /// <summary>Whatever contains it, in capitals or not.</summary>
    public IReadOnlyList<string> Saying(string word) => [.. _lines.Concat(_spans).Concat(_measurements).Where(said => said.Contains(word, StringComparison.OrdinalIgnoreCase))];

    public ILogger CreateLogger(string categoryName) => new Lines(categoryName, _lines);

    public void Dispose()
    {
        _spansHeard.Dispose();
        _measured.Dispose();
    }

    private void Measured<T>() where T : struct =>
        _measured.SetMeasurementEventCallback<T>((instrument, _, tags, _) => _measurements.Enqueue($"{instrument.Name} {Told(tags.ToArray())}"));

    private static string Told(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));

    private sealed class Lines(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            lines.Enqueue($"{category} within {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{category} {formatter(state, exception)} {exception} {(state is IEnumerable<KeyValuePair<string, object?>> made ? Told(made) : "")}");
    }
}
