using System.Data.Common;
using System.Diagnostics;
using System.Net.Sockets;
using CaseManager.Server.GraphQl.Execution;
using CaseManager.Server.Kernel.Live;
using CaseManager.Server.Kernel.ReadLog;
using CaseManager.Server.Kernel.Reading;
using GraphQL;
using GraphQL.Execution;

namespace CaseManager.Server.GraphQl.Errors;

/// <summary>Exceptions in resolvers: masked outside, logged inside by code, type and place, never by their text.</summary>
internal sealed partial class Faults(ILogger<Faults> log)
{
    public const string Masked = "Unexpected execution error";

    public Task Handle(UnhandledExceptionContext context)
    {
        context.Exception = Wire(context.OriginalException);
        return Task.CompletedTask;
    }

    public ExecutionError Wire(Exception exception)
    {
        if (exception is BadCursorException)
            return new ExecutionError("The cursor does not belong to this list.") { Code = Codes.BadCursor };
        if (exception is BadSpansException or BadPeriodException)
            return new ExecutionError(exception.Message) { Code = Codes.InvalidValue };
        if (exception is PointTooOldException)
            return new ExecutionError(exception.Message) { Code = Codes.PointTooOld };
        var trace = TraceId();
        if (IsOutage(exception))
        {
            Unavailable(log, exception.GetType().Name, trace);
            return Error("The store cannot be reached at the moment. Try again; the same clientMutationId is safe.", Codes.Unavailable, trace);
        }
        Unexpected(log, exception.GetType().Name, trace, exception.StackTrace);
        return Error(Masked, Codes.Unexpected, trace);
    }

    /// <summary>What was read could not be put on record, and so is not shown.</summary>
    public WireError NotRecorded(Exception exception)
    {
        var trace = TraceId();
        Unrecorded(log, exception.GetType().Name, trace);
        return new WireError("It cannot be put on record that this is read, and so it is not shown. Try again; the same clientMutationId is safe.", Codes.NotRecorded)
        {
            TraceId = trace,
            Retryable = true,
        };
    }

    public static string TraceId() => Activity.Current?.TraceId.ToString() ?? ActivityTraceId.CreateRandom().ToString();

    /// <summary>The connection or the server went away, as against a statement that is wrong.</summary>
    private static bool IsOutage(Exception? exception) => exception switch
    {
        null => false,
        DbException { IsTransient: true } or SocketException => true,
        DbException { SqlState: { } state } when state.StartsWith("57P", StringComparison.Ordinal) || state.StartsWith("08", StringComparison.Ordinal) => true,
        DbException { InnerException: IOException or TimeoutException } => true,
        AggregateException many => many.InnerExceptions.Any(IsOutage),
        _ => IsOutage(exception.InnerException),
    };

    private static ExecutionError Error(string message, string code, string trace)
    {
        var error = new ExecutionError(message) { Code = code };
        error.AddExtension("traceId", trace);
        return error;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "GraphQL SERVICE_UNAVAILABLE: {Type}, trace {TraceId}")]
    private static partial void Unavailable(ILogger log, string type, string traceId);

    [LoggerMessage(Level = LogLevel.Error, Message = "GraphQL READ_NOT_RECORDED: {Type}, trace {TraceId}")]
    private static partial void Unrecorded(ILogger log, string type, string traceId);

    [LoggerMessage(Level = LogLevel.Error, Message = "GraphQL INTERNAL_ERROR: {Type}, trace {TraceId} {Stack}")]
    private static partial void Unexpected(ILogger log, string type, string traceId, string? stack);
}
