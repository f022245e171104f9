namespace CaseManager.Server.Kernel.Store;

/// <summary><c>-- views rebuild [table]</c>: folds all facts anew into every view, or into one.</summary>
public static class ViewsCommand
{
    private const int Done = 0;
    private const int Misused = 2;

    /// <summary>Whether the command line asks for a rebuild instead of a server.</summary>
    public static bool IsAsked(string[] args) => args is ["views", ..];

    /// <returns>The exit code.</returns>
    public static async Task<int> Run(string[] args, IServiceProvider services, TextWriter answer, TextWriter complaint)
    {
        if (args is not (["views", "rebuild"] or ["views", "rebuild", _]))
        {
            await complaint.WriteLineAsync("Usage: views rebuild [table]");
            return Misused;
        }
        await services.GetRequiredService<KernelSchema>().Apply(CancellationToken.None);
        var facts = await services.GetRequiredService<ViewRebuild>().All(args.ElementAtOrDefault(2), CancellationToken.None);
        await answer.WriteLineAsync($"{facts} facts folded.");
        return Done;
    }
}
