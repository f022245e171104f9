using System.Globalization;

namespace CaseManager.Server.Kernel.Postgres;

/// <summary>
/// One process at a time owns a store's folder. The operating system holds the lock and drops it with the process,
/// however that ends: there is no stale lock. The owner's process id beside it is for the message only.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream _held;

    private FolderLock(FileStream held) => _held = held;

    public static FolderLock Take(string folder)
    {
        var owner = Path.Combine(folder, "owner");
        var held = TryOpen(Path.Combine(folder, "lock"))
            ?? throw new PostgresUnavailableException(
                $"The store in {folder} is in use by process {ReadOwner(owner)}. Stop that server first, "
                + "or give this one a database of its own with ConnectionStrings__CaseManager.");
        File.WriteAllText(owner, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return new(held);
    }

    /// <summary>Whether nobody owns the folder now.</summary>
    public static bool IsFree(string folder)
    {
        var path = Path.Combine(folder, "lock");
        if (!File.Exists(path))
            return true;
        using var held = TryOpen(path);
        return held is not null;
    }

    public void Dispose() => _held.Dispose();

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault) when (fault is not (DirectoryNotFoundException or FileNotFoundException))
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            throw new PostgresUnavailableException(
                $"{path} belongs to another user of this machine. Start as that user, or remove the folder to begin anew.");
        }
    }

    private static string ReadOwner(string path) => File.Exists(path) ? File.ReadAllText(path) : "unknown";
}
