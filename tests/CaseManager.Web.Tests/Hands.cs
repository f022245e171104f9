using System.Globalization;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CaseManager.Web.Tests;

/// <summary>Somebody with a keyboard and no pointer. Where they are can be seen at every step, and is never the page's beginning again.</summary>
public sealed class Hands(IPage page)
{
    private const int Far = 120;

    private const string Seen = """
        () => {
          const at = document.activeElement, box = at.getBoundingClientRect();
          const rings = [getComputedStyle(at), getComputedStyle(at, '::after')].some((style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0);
          return at.matches(':focus-visible') && box.bottom > 0 && box.top < innerHeight && (rings || at.matches('input, textarea, select'));
        }
        """;

    private const string Where = "() => document.activeElement.outerHTML.slice(0, 140)";

    public static async Task<Hands> SignIn(Person person, string name)
    {
        var hands = new Hands(person.Page);
        await person.Page.GotoAsync("/");
        await hands.Push(name);
        await person.Sees(Words.Of("en")["nav.myDay"]);
        return hands;
    }

    public async Task Press(params string[] keys)
    {
        foreach (var key in keys)
            await page.Keyboard.PressAsync(key);
    }

    public Task Type(string text) => page.Keyboard.TypeAsync(text);

    /// <summary>Goes on by Tab until it has focus, and can be seen to.</summary>
    public Task Reach(AriaRole role, string name, string key = "Tab") => Reach(page.GetByRole(role, new() { Name = name, Exact = true }), $"{role} “{name}”", key);

    public async Task Reach(ILocator wanted, string name, string key = "Tab")
    {
        await Expect(wanted.First).ToBeVisibleAsync();
        var passed = new List<string>();
        while (await wanted.And(page.Locator(":focus")).CountAsync() == 0)
        {
            Assert.True(passed.Count < Far, $"{key} does not come to {name}. It went over:\n{string.Join('\n', passed)}");
            await page.Keyboard.PressAsync(key);
            passed.Add(await page.EvaluateAsync<string>(Where));
        }
        Assert.True(await page.EvaluateAsync<bool>(Seen), $"One does not see that {name} has focus.");
    }

    /// <summary>Types into a field, over what stands there.</summary>
    public async Task Fill(string label, string text, AriaRole role = AriaRole.Textbox)
    {
        await Reach(role, label);
        await Press("Control+a");
        await Type(text);
    }

    /// <summary>Chooses from a list that is searched by letters.</summary>
    public async Task Choose(string label, string letters, string option)
    {
        await Fill(label, letters, AriaRole.Combobox);
        await Expect(page.Locator("[role=option]:visible").First).ToHaveTextAsync(option); // not those of plain selects
        await Press("ArrowDown");
        await Expect(page.Locator("[role=option][data-combobox-selected]:visible")).ToHaveTextAsync(option);
        await Press("Enter");
        await Expect(page.GetByRole(AriaRole.Combobox, new() { Name = label, Exact = true })).ToHaveValueAsync(option);
    }

    /// <summary>Types a moment as the field's parts stand: month, day, year, hour, minute.</summary>
    public async Task Moment(string label, DateTime at)
    {
        var field = page.GetByLabel(label);
        await Reach(field, $"the moment “{label}”");
        await Type(at.ToString("MMddyyyy", CultureInfo.InvariantCulture));
        await Press("ArrowRight");
        await Type(at.ToString("hhmmtt", CultureInfo.InvariantCulture));
        await Expect(field).ToHaveValueAsync(at.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));
    }

    public async Task Push(string name, AriaRole role = AriaRole.Button)
    {
        await Reach(role, name);
        await Press("Enter");
    }

    /// <summary>By the command menu, to what is found by these letters.</summary>
    public async Task Go(string letters, string found)
    {
        var menu = page.GetByRole(AriaRole.Dialog);
        await Press("Control+k");
        await Expect(menu).ToBeVisibleAsync();
        await Type(letters);
        await Expect(menu.GetByText(found, new() { Exact = true })).ToBeVisibleAsync();
        for (var down = 0; await menu.Locator("[data-selected]").Filter(new() { HasText = found }).CountAsync() == 0; down++)
        {
            Assert.True(down < 20, $"The arrow does not come to “{found}”.");
            await Press("ArrowDown");
        }
        await Press("Enter");
        await Expect(menu).ToHaveCountAsync(0);
    }

    /// <summary>The act is done, its dialog is gone, and one still stands somewhere on the page.</summary>
    public async Task IsBack()
    {
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(page.Locator("body :focus")).ToHaveCountAsync(1);
    }
}
