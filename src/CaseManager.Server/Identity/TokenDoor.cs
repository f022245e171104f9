using CaseManager.Server.Kernel;
using Microsoft.AspNetCore.Authentication;

namespace CaseManager.Server.Identity;

/// <summary>The way in for a token that does not come in a header, as in a WebSocket's <c>connection_init</c>.</summary>
public static class TokenDoor
{
    /// <summary>Takes the token through the very schemes that guard HTTP; null if it is refused.</summary>
    public static async Task<Caller?> Authenticate(string? bearerToken, IServiceProvider services)
    {
        if (string.IsNullOrWhiteSpace(bearerToken) || bearerToken.Any(char.IsControl)) return null;
        // A scope of its own: the schemes of a scope remember the first token they saw.
        await using var scope = services.CreateAsyncScope();
        var request = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        request.Request.Headers.Authorization = $"Bearer {bearerToken}";
        var result = await request.AuthenticateAsync(AgencySchemes.Front);
        return result.Principal is { } principal ? Callers.CallerFrom(principal) : null;
    }
}
