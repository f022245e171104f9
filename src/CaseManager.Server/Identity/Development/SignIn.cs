using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CaseManager.Server.Identity.Development;

/// <summary>The authorization endpoint: shows the page, and once somebody is picked sends the code back.</summary>
internal static class SignIn
{
    /// <summary>The public client of the web app, of GraphiQL and of scripts.</summary>
    internal const string Client = "casemanager-web";

    /// <summary>The page's own parameter, beside those of the protocol: who was picked.</summary>
    internal const string Picked = "officer";

    internal static void AddTo(OpenIddictServerBuilder server)
    {
        server.AddEventHandler<ValidateAuthorizationRequestContext>(on => on.UseInlineHandler(Check));
        server.AddEventHandler<HandleAuthorizationRequestContext>(on => on.UseInlineHandler(Answer));
    }

    private static ValueTask Check(ValidateAuthorizationRequestContext context)
    {
        if (context.ClientId != Client)
            context.Reject(Errors.InvalidClient, $"The client is {Client}.");
        // Codes go to programs on this machine only, whoever sent the person here.
        else if (!Uri.TryCreate(context.RedirectUri, UriKind.Absolute, out var back) || !back.IsLoopback
            || back.Scheme is not ("http" or "https"))
            context.Reject(Errors.InvalidRequest, "The redirect_uri is not on this machine.");
        return default;
    }

    private static async ValueTask Answer(HandleAuthorizationRequestContext context)
    {
        var picked = (string?)context.Request[Picked];
        var officers = context.Transaction.Officers();
        if (officers.FirstOrDefault(officer => officer.Subject == picked) is { } officer)
        {
            context.SignIn(Speaking.As(officer, context.Transaction.Agency(), context.Request.GetScopes()));
            return;
        }
        await SignInPage.Write(context.Transaction.Http().HttpContext, context.Request, context.Transaction.Agency(), officers);
        context.HandleRequest();
    }
}
