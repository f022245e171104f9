using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xunit;

namespace CaseManager.Web.Tests;

/// <summary>Somebody at a browser. Whatever the page complains of, or asks of another host, is a fault.</summary>
public sealed class Person : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _faults = new();

    public Person(IBrowserContext context, IPage page, Uri address)
    {
        (_context, Page) = (context, page);
        page.Console += (_, said) =>
        {
            if (said.Type == "error")
                _faults.Enqueue(said.Text);
        };
        page.PageError += (_, fault) => _faults.Enqueue(fault);
        page.Request += (_, request) =>
        {
            var to = new Uri(request.Url);
            if (to.Scheme is "http" or "https" or "ws" or "wss" && to.Authority != address.Authority)
                _faults.Enqueue($"asked {to.Authority}");
        };
    }

    public IPage Page { get; }

    /// <summary>Nothing went wrong on the page so far.</summary>
    public void IsContent() => Assert.Empty(_faults);

    public async Task SignIn(string name)
    {
        await Page.GotoAsync("/");
        await Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Navigation)).ToBeVisibleAsync(new() { Timeout = 15_000 });
    }

    public async Task Goes(string path, string heading)
    {
        await Page.GotoAsync(path);
        await Sees(heading);
    }

    /// <summary>Opens the page and waits until it shows what it has.</summary>
    public async Task Opens(string path)
    {
        await Page.GotoAsync(path);
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await Assertions.Expect(Page.Locator("main [role=status] .mantine-Loader-root")).ToHaveCountAsync(0, new() { Timeout = 15_000 });
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    public Task Sees(string heading) =>
        Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(heading, new() { Timeout = 15_000 });

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public ILocator Field(string label) => Page.GetByRole(AriaRole.Textbox, new() { Name = label, Exact = true });

    public ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    /// <summary>A row of a list, by something that stands in it.</summary>
    public ILocator Row(string with) => Page.GetByRole(AriaRole.Row).Filter(new() { HasText = with });

    /// <summary>Chooses from a list that is searched by letters.</summary>
    public async Task Choose(string label, string letters, string option)
    {
        await Page.GetByRole(AriaRole.Combobox, new() { Name = label, Exact = true }).FillAsync(letters);
        await Page.GetByRole(AriaRole.Option, new() { Name = option, Exact = true }).ClickAsync();
    }

    public Task Tab(string name) => Page.GetByRole(AriaRole.Tab, new() { Name = name, Exact = true }).ClickAsync();

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
