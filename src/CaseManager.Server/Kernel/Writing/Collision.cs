using CaseManager.Domain.Kernel;
using CaseManager.Server.Kernel.Reading;
using JasperFx;
using Npgsql;

namespace CaseManager.Server.Kernel.Writing;

/// <summary>Tells faults that another try settles from those that are an answer, and both from bugs.</summary>
internal static class Collision
{
    /// <summary>Another act was first on the stream, the same command is under way, or the database chose us in a deadlock.</summary>
    public static bool IsPassing(Exception fault) =>
        fault is ConcurrencyException or JasperFx.Events.ExistingStreamIdCollisionException
        || Cause(fault) is
        {
            SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or Store.FactAppend.VersionMismatch
        }
        || Cause(fault) is { SqlState: PostgresErrorCodes.UniqueViolation, SchemaName: not Store.Schemas.Views };

    /// <summary>A unique index of a view was hit: the view says what that means.</summary>
    public static Refusal? RefusalOf(Exception fault, IEnumerable<IProjected> projections)
    {
        if (Cause(fault) is not { SqlState: PostgresErrorCodes.UniqueViolation, SchemaName: Store.Schemas.Views } cause)
            return null;
        var view = projections.First(p => p.View.Table == cause.TableName).View;
        return view.Collisions.GetValueOrDefault(cause.ConstraintName ?? "");
    }

    private static PostgresException? Cause(Exception? fault)
    {
        for (; fault is not null; fault = fault is AggregateException many ? many.InnerExceptions[0] : fault.InnerException)
        {
            if (fault is PostgresException cause)
                return cause;
        }
        return null;
    }
}
