using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CaseManager.Server.Identity.Development;

/// <summary>The token endpoint: a code for a token, or a demo officer's name for a token.</summary>
internal static class TokenRequests
{
    internal static void AddTo(OpenIddictServerBuilder server)
    {
        server.AddEventHandler<ValidateTokenRequestContext>(on => on.UseInlineHandler(Check));
        server.AddEventHandler<HandleTokenRequestContext>(on => on.UseInlineHandler(Answer));
    }

    private static ValueTask Check(ValidateTokenRequestContext context)
    {
        if (context.ClientId is { } client && client != SignIn.Client)
            context.Reject(Errors.InvalidClient, $"The client is {SignIn.Client}.");
        return default;
    }

    private static ValueTask Answer(HandleTokenRequestContext context)
    {
        var agency = context.Transaction.Agency();
        var byCode = context.Request.IsAuthorizationCodeGrantType();
        // A code is good only where it was given: one agency's code never becomes another agency's token.
        if (byCode && context.Principal?.GetClaim("tid") != agency.TenantId)
        {
            context.Reject(Errors.InvalidGrant, "The code is another issuer's.");
            return default;
        }
        var subject = byCode ? context.Principal?.GetClaim(Claims.Subject) : context.Request.Username;
        if (context.Transaction.Officers().FirstOrDefault(officer => officer.Subject == subject) is not { } officer)
        {
            context.Reject(Errors.InvalidGrant, "No such demo officer in this agency.");
            return default;
        }
        context.SignIn(Speaking.As(officer, agency, byCode ? context.Principal!.GetScopes() : [AccessTokenRules.Scope]));
        return default;
    }
}
