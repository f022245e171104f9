namespace CaseManager.Server.Kernel.Writing;

/// <summary>
/// A deadline's message came before its time by the database's clock, because this machine's runs ahead. It is tried again like any
/// message whose handling fails: to decide on nothing would be to forget it.
/// </summary>
public sealed class TooSoonException() : Exception("The deadline has not come by the database's clock.")
{
    /// <exception cref="TooSoonException">It is not yet <paramref name="due"/>.</exception>
    public static void ThrowBefore(DateTimeOffset due, Grounds ground)
    {
        if (ground.By.At < due)
            throw new TooSoonException();
    }
}
