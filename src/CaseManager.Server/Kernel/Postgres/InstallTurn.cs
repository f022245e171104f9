namespace CaseManager.Server.Kernel.Postgres;

/// <summary>One process at a time installs into a folder; the others wait for their turn.</summary>
internal static class InstallTurn
{
    public static async Task<FileStream> Wait(string folder, CancellationToken cancel)
    {
        var path = Path.Combine(folder, ".installing");
        while (true)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(100, cancel);
            }
        }
    }
}
