using System.Globalization;

namespace CaseManager.Bench.Measuring;

/// <summary>Processor time of this process and of every PostgreSQL backend, from /proc: hardly moved by busy neighbours.</summary>
internal sealed class Cpu(int postmaster)
{
    private const double MicrosecondsPerTick = 10_000;

    /// <summary>Microseconds spent so far: in this process, and in the database's processes.</summary>
    public (double Here, double Database) Now()
    {
        var here = 0d;
        var database = 0d;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) || Stat(folder) is not { } stat)
                continue;
            if (id == Environment.ProcessId)
                here += stat.Ticks;
            else if (id == postmaster || stat.Parent == postmaster)
                database += id == postmaster ? stat.Ticks + stat.OfEnded : stat.Ticks;
        }
        return (here * MicrosecondsPerTick, database * MicrosecondsPerTick);
    }

    private static (int Parent, long Ticks, long OfEnded)? Stat(string folder)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(folder, "stat"));
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return (int.Parse(fields[1], CultureInfo.InvariantCulture), Sum(fields[11], fields[12]), Sum(fields[13], fields[14]));
        }
        catch (IOException)
        {
            return null; // It ended between the listing and the reading.
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static long Sum(string user, string system) => long.Parse(user, CultureInfo.InvariantCulture) + long.Parse(system, CultureInfo.InvariantCulture);
}
