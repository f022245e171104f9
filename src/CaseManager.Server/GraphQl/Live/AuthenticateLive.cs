using CaseManager.Server.Kernel;

namespace CaseManager.Server.GraphQl.Live;

/// <summary>Takes a bearer token that came in a message through the checks that a header's token goes through; null if it is refused.</summary>
public delegate Task<Caller?> AuthenticateLive(string token, HttpContext http);
