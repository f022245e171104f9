namespace CaseManager.Server.Kernel.Wire;

/// <summary>
/// One thing a person means to do, once: who, under which key, with what content. A repeat of the same intent gets the first answer.
/// </summary>
/// <param name="Caller">From the token, never from the input.</param>
/// <param name="Key">The client's <c>clientMutationId</c>: at most 100 characters; null when the client does not ask for idempotency.</param>
/// <param name="Fingerprint">SHA-256 over the mutation's name and its input; another content under the same key is refused.</param>
/// <param name="Correlation">The request's trace id.</param>
/// <param name="Cause">The fact that demanded the act, for the product's own acts.</param>
public sealed record Intent(Caller Caller, string? Key, byte[] Fingerprint, string Correlation, string? Cause = null)
{
    /// <summary>An act of the product itself, done once however often its message arrives.</summary>
    public static Intent Of(string key, string cause) =>
        new(Caller.System, key, System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key)), cause, cause);
}
