using System.Reflection;
using System.Runtime.CompilerServices;
using CaseManager.Domain.Kernel;
using CaseManager.Server;

namespace CaseManager.Repo.Tests.Support;

/// <summary>What was compiled from <c>src</c>.</summary>
internal static class Assemblies
{
    public const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static Assembly Domain { get; } = typeof(Refusal).Assembly;

    public static Assembly Server { get; } = typeof(Composition).Assembly;

    /// <summary>Types that a person wrote.</summary>
    public static IReadOnlyList<Type> Own { get; } =
        [.. Domain.GetTypes().Concat(Server.GetTypes()).Where(t => t.Namespace?.StartsWith("CaseManager.", StringComparison.Ordinal) == true && IsWritten(t))];

    private static bool IsWritten(Type type) =>
        !type.Name.Contains('<', StringComparison.Ordinal)
        && !type.FullName!.Contains(".Generated.", StringComparison.Ordinal)
        && !type.FullName!.StartsWith("Internal.", StringComparison.Ordinal)
        && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
}
