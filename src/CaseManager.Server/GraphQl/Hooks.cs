using CaseManager.Server.Kernel;
using CaseManager.Server.Kernel.ReadLog;

namespace CaseManager.Server.GraphQl;

/// <summary>Who is asking, or null when the request carries no valid token. Registered by the host.</summary>
public delegate Caller? CallerOf(HttpContext http);

/// <summary>Tells a fresh scope who is asking, before anything else is taken from it. Registered by the host.</summary>
/// <param name="trail">Where the scope notes what it shows.</param>
public delegate void SeatCaller(IServiceProvider scope, Caller caller, Trail trail);

/// <summary>Puts on record what an operation was shown and asked for in vain; when it fails, the answer does not leave. Registered by the host.</summary>
public delegate Task RecordReads(Caller caller, Trail trail, Occasion occasion, CancellationToken cancel);

/// <summary>Answers a WebSocket upgrade at the endpoint; authentication comes in the first message.</summary>
public delegate Task AnswerSocket(HttpContext http);

/// <summary>Answers a request whose <c>Accept</c> asks for <c>text/event-stream</c> and whose caller is known.</summary>
public delegate Task AnswerStream(HttpContext http, GraphQlRequest request, Caller caller);

/// <summary>Where the web app that this server hands out says which documents its pages ask; they come with each build. Optional.</summary>
public delegate string AppDocuments();

/// <summary>Shows the IDE to a browser.</summary>
public delegate Task ShowIde(HttpContext http);
