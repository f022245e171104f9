using Microsoft.Playwright;
using Xunit;

namespace CaseManager.Web.Tests;

/// <summary>The registrar of CFP keeps its officers and sees whether the server is well; others only read who takes part.</summary>
[Collection(Northgate.Name)]
public sealed class RegistrarTests(Site site)
{
    [Fact]
    public async Task An_officer_is_registered_and_their_name_corrected_with_a_reason()
    {
        await using var registrar = await site.Open("Registrar, CFP");
        await registrar.Goes("/admin", "Administration");

        await registrar.Page.GetByRole(AriaRole.Button, new() { Name = "Register an officer" }).ClickAsync();
        var form = registrar.Page.GetByRole(AriaRole.Dialog);
        await form.GetByRole(AriaRole.Textbox, new() { Name = "Sign-in name", Exact = true }).FillAsync("odile.gagnon");
        await form.GetByRole(AriaRole.Textbox, new() { Name = "Name", Exact = true }).FillAsync("Odile Gagon");
        await form.GetByRole(AriaRole.Button, new() { Name = "Register an officer" }).ClickAsync();
        await registrar.Page.GetByLabel("Name, or an agency’s code").FillAsync("Gag");
        await registrar.Page.GetByRole(AriaRole.Button, new() { Name = "Correct the name of Odile Gagon" }).ClickAsync();
        await form.GetByRole(AriaRole.Textbox, new() { Name = "Name", Exact = true }).FillAsync("Odile Gagnon");
        await form.GetByRole(AriaRole.Textbox, new() { Name = "Why", Exact = true }).FillAsync("A letter was missing.");
        await form.GetByRole(AriaRole.Button, new() { Name = "Correct the name" }).ClickAsync();

        await Assertions.Expect(registrar.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Odile Gagnon" })).ToHaveCountAsync(1);
        registrar.IsContent();
    }

    [Fact]
    public async Task A_sign_in_name_that_is_taken_is_refused_in_words_and_nothing_typed_is_lost()
    {
        await using var registrar = await site.Open("Registrar, CFP", "fr-CA");
        await registrar.Goes("/admin", "Administration");

        await registrar.Page.GetByRole(AriaRole.Button, new() { Name = "Inscrire une personne" }).ClickAsync();
        var form = registrar.Page.GetByRole(AriaRole.Dialog);
        await form.GetByRole(AriaRole.Textbox, new() { Name = "Nom de connexion", Exact = true }).FillAsync("maya.roy");
        await form.GetByRole(AriaRole.Textbox, new() { Name = "Nom", Exact = true }).FillAsync("Une Autre");
        await form.GetByRole(AriaRole.Button, new() { Name = "Inscrire une personne" }).ClickAsync();

        await Assertions.Expect(form.GetByRole(AriaRole.Alert)).ToContainTextAsync("Ce nom de connexion est déjà inscrit");
        await Assertions.Expect(form.GetByRole(AriaRole.Textbox, new() { Name = "Nom de connexion", Exact = true })).ToHaveValueAsync("maya.roy");
        registrar.IsContent();
    }

    [Fact]
    public async Task The_server_s_health_is_told_by_word_to_the_registrar_and_to_nobody_without_a_need()
    {
        await using var registrar = await site.Open("Registrar, CFP");
        await using var theo = await site.Open("Theo Lang");

        await registrar.Goes("/admin?part=health", "Administration");
        await theo.Goes("/admin?part=health", "Administration");

        await Assertions.Expect(registrar.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Database answers" })).ToContainTextAsync("well");
        await Assertions.Expect(registrar.Page.GetByText("not well")).ToHaveCountAsync(0);
        await Assertions.Expect(theo.Page.GetByText("For registrars, and for those who command or audit a task force.")).ToBeVisibleAsync();
        registrar.IsContent();
        theo.IsContent();
    }

    [Fact]
    public async Task Who_is_no_registrar_reads_who_takes_part_and_is_offered_no_act()
    {
        await using var novak = await site.Open("A. Novak");
        await novak.Goes("/admin?part=taskForces", "Administration");

        await Assertions.Expect(novak.Page.GetByRole(AriaRole.Heading, new() { Name = "NG JTF Northgate" })).ToBeVisibleAsync();
        await Assertions.Expect(novak.Page.Locator("main section").GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await novak.Goes("/admin", "Administration");
        await Assertions.Expect(novak.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Maya Roy" })).ToBeVisibleAsync();
        await Assertions.Expect(novak.Page.Locator("main tbody").GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Assertions.Expect(novak.Page.GetByRole(AriaRole.Button, new() { Name = "Register an officer" })).ToHaveCountAsync(0);
        novak.IsContent();
    }
}
