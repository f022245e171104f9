using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CaseManager.Web.Tests;

/// <summary>What a page must keep to, so that everybody can read it: WCAG 2.2, levels A and AA.</summary>
internal static class Wcag
{
    private static readonly AxeRunOptions _rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    /// <summary>Says what <paramref name="page"/> breaks, at rest: what still moves or fades has colours nobody reads.</summary>
    public static async Task<IEnumerable<string>> Violations(IPage page, string where)
    {
        // Asked once and awaited in the page: what polls would have to evaluate text there, which the page's own policy forbids.
        await page.EvaluateAsync("""
            () => Promise.all(document.getAnimations()
                .filter(one => one.playState === 'running' && one.effect.getTiming().iterations !== Infinity)
                .map(one => one.finished.catch(() => null))).then(() => null)
            """);
        return from found in (await page.RunAxe(_rules)).Violations
               from node in found.Nodes
               select $"{where}: {found.Id}: {node.Html[..Math.Min(160, node.Html.Length)]} {node.Any.FirstOrDefault()?.Message}";
    }
}
