using System.Net.WebSockets;
using CaseManager.Server.Kernel;

namespace CaseManager.Server.GraphQl.Live;

/// <summary>The WebSocket side of the endpoint: both sub-protocols.</summary>
public sealed class LiveSockets
{
    private readonly LiveSessions _sessions;
    private readonly LiveLimits _limits;
    private readonly TimeProvider _clock;
    private readonly ILiveEngine _engine;
    private readonly AuthenticateLive _authenticate;
    private readonly IServiceScopeFactory _scopes;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly ILogger<LiveSockets> _log;

    internal LiveSockets(IServiceProvider services)
    {
        _sessions = services.GetRequiredService<LiveSessions>();
        _limits = services.GetRequiredService<LiveLimits>();
        _clock = services.GetRequiredService<TimeProvider>();
        _engine = services.GetRequiredService<ILiveEngine>();
        _authenticate = services.GetRequiredService<AuthenticateLive>();
        _scopes = services.GetRequiredService<IServiceScopeFactory>();
        _lifetime = services.GetRequiredService<IHostApplicationLifetime>();
        _log = services.GetRequiredService<ILogger<LiveSockets>>();
    }

    /// <summary>Upgrades the request and stays until the socket is closed. Refuses pages of other sites.</summary>
    public async Task Answer(HttpContext http)
    {
        if (!Origins.May(http.Request, _limits))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        var dialect = Dialect.Of(http.WebSockets.WebSocketRequestedProtocols);
        using var socket = await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = dialect?.SubProtocol,
            // Frames below the protocol: they find a client that vanished without a word.
            KeepAliveInterval = TimeSpan.FromSeconds(15),
            KeepAliveTimeout = TimeSpan.FromSeconds(15),
        });
        if (dialect is null) await Refuse(socket, Farewell.NoProtocol);
        else await Converse(http, socket, dialect);
    }

    private async Task Converse(HttpContext http, WebSocket socket, Dialect dialect)
    {
        using var session = _sessions.Arrive(http.RequestAborted);
        using var leaving = _lifetime.ApplicationStopping.Register(() => session.End(Farewell.Leaving));
        using var conversation = new LiveSocket(
            socket, dialect, session, _limits, _clock,
            token => Authenticate(token ?? BearerToken.In(http.Request.Headers.Authorization), http),
            (outbox, caller) => new LiveOperations(_engine, _scopes, outbox, dialect, _limits, caller, _log, session.Ended));
        await conversation.Run(http.RequestAborted);
    }

    private async Task<Caller?> Authenticate(string? token, HttpContext http) => token is null ? null : await _authenticate(token, http);

    private static Task Refuse(WebSocket socket, Farewell why) =>
        socket.CloseOutputAsync((WebSocketCloseStatus)why.Code, why.Reason, CancellationToken.None);
}
