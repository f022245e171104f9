using Microsoft.AspNetCore.Authentication;

namespace CaseManager.Server.Identity;

/// <summary>The one answer to everybody who is not let in: the same to the byte, whatever was wrong.</summary>
internal sealed class RefusedScheme : IAuthenticationHandler
{
    internal const string Name = "refused";

    // In GraphQL's form, so that clients show it like any other error.
    private static readonly byte[] Answer =
        """{"errors":[{"message":"Sign in first.","extensions":{"code":"UNAUTHENTICATED"}}]}"""u8.ToArray();

    private HttpContext http = null!;

    public Task InitializeAsync(AuthenticationScheme scheme, HttpContext context)
    {
        http = context;
        return Task.CompletedTask;
    }

    public Task<AuthenticateResult> AuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());

    public async Task ChallengeAsync(AuthenticationProperties? properties)
    {
        var response = http.Response;
        response.StatusCode = StatusCodes.Status401Unauthorized;
        response.Headers.WWWAuthenticate = "Bearer";
        response.Headers.CacheControl = "no-store";
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = Answer.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await response.Body.WriteAsync(Answer, http.RequestAborted);
    }

    public Task ForbidAsync(AuthenticationProperties? properties)
    {
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
