using System.Globalization;

namespace CaseManager.Server.Kernel.Postgres;

/// <summary>
/// Who PostgreSQL runs as. It refuses root; so root hands it to an ordinary user, and everybody else runs it as themselves.
/// </summary>
/// <param name="User">The user id it runs as, or null for the user of this process.</param>
/// <param name="Group">That user's group id.</param>
internal sealed record RunAs(string? User, string? Group)
{
    private const string OwnUser = "casemanager";

    public static bool IsRoot => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    /// <summary>Whether a child can be told to end with us and to leave our terminal alone.</summary>
    public static bool CanTieToParent { get; } =
        OperatingSystem.IsLinux() && Command.Exists("setpriv") && Command.Exists("setsid") && Command.Exists("sh");

    /// <summary>Chooses the user: the owner of an existing cluster, <c>postgres</c>, or one made for the purpose.</summary>
    public static async Task<RunAs> Choose(string cluster, Action<string> say, CancellationToken cancel)
    {
        if (!IsRoot)
            return new(null, null);
        if (Directory.Exists(cluster))
        {
            var owner = (await Command.Must("Finding the owner of the store", ["stat", "-c", "%u %g", cluster], cancel)).Split(' ');
            if (owner[0] != "0")
                return new(owner[0], owner[1]);
        }
        return await Named("postgres", cancel) ?? await Named(OwnUser, cancel) ?? await Create(say, cancel);
    }

    /// <summary>The words that run a program as this user.</summary>
    public IEnumerable<string> Prefix()
    {
        if (User is null)
            return [];
        return Command.Exists("setpriv")
            ? ["setpriv", $"--reuid={User}", $"--regid={Group}", "--clear-groups", "--"]
            : ["runuser", "-u", $"#{User}", "--"];
    }

    /// <summary>The same, in a session of its own and ended with us. Only where <see cref="CanTieToParent"/>.</summary>
    public IEnumerable<string> TiedPrefix()
    {
        // Out of our session the terminal's ctrl-C reaches only us. SIGINT is PostgreSQL's fast, orderly shutdown.
        string[] tied = ["setsid", "setpriv", "--pdeathsig=INT"];
        return User is null
            ? [.. tied, "--"]
            : [.. tied, $"--reuid={User}", $"--regid={Group}", "--clear-groups", "--"];
    }

    /// <summary>Whether this user can pass through or read what is at the path.</summary>
    public async Task<bool> CanReach(string path, CancellationToken cancel) =>
        User is null || (await Command.Run([.. Prefix(), "test", "-x", path], cancel)).Succeeded;

    public async Task Own(string folder, CancellationToken cancel)
    {
        if (User is not null)
            await Command.Must("Handing the store to an ordinary user", ["chown", "-R", $"{User}:{Group}", folder], cancel);
    }

    private static async Task<RunAs?> Named(string name, CancellationToken cancel)
    {
        var user = await Command.Run(["id", "-u", name], cancel);
        var group = await Command.Run(["id", "-g", name], cancel);
        return user.Succeeded && int.Parse(user.Output, CultureInfo.InvariantCulture) > 0 ? new(user.Output, group.Output) : null;
    }

    private static async Task<RunAs> Create(Action<string> say, CancellationToken cancel)
    {
        say($"PostgreSQL refuses to run as root: making the system user '{OwnUser}' for it.");
        await Command.Must($"Making the user '{OwnUser}'",
            ["useradd", "--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", OwnUser], cancel);
        return await Named(OwnUser, cancel)
            ?? throw new PostgresUnavailableException($"The user '{OwnUser}' was made but cannot be found.");
    }
}
