using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace CaseManager.Server.Tests.Faults;

/// <summary>Stands between a server and its PostgreSQL and cuts a connection where a test says so.</summary>
internal sealed class Relay : IAsyncDisposable
{
    // What the server says when a statement is done; how the driver asked for it changes with what it has prepared.
    private static readonly byte[] Inserted = Encoding.ASCII.GetBytes("INSERT 0 1\0");
    private static readonly byte[] Committed = Encoding.ASCII.GetBytes("COMMIT\0");

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _to;

    /// <summary>Asked whenever a client begins to speak; null lets all pass.</summary>
    public Func<Cut>? At { get; set; }

    /// <summary>Asked whenever the server says that something written was committed, whether nobody shall hear of it.</summary>
    public Func<bool>? Loses { get; set; }

    private Relay(int to)
    {
        _to = to;
        _listener.Start();
        _ = Accept();
    }

    /// <summary>A relay, and the connection string of a database through it.</summary>
    public static (Relay Relay, string Database) To(string database)
    {
        var given = new NpgsqlConnectionStringBuilder(database);
        var relay = new Relay(given.Port);
        return (relay, new NpgsqlConnectionStringBuilder(database) { Port = ((IPEndPoint)relay._listener.LocalEndpoint).Port }.ConnectionString);
    }

    public ValueTask DisposeAsync()
    {
        _listener.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Carry(await _listener.AcceptSocketAsync());
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Carry(Socket client)
    {
        using var near = client;
        using var far = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        near.NoDelay = true;
        var answers = new Answers();
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, _to);
            await Task.WhenAny(Forth(near, far, answers), Back(far, near, answers));
        }
        catch (SocketException)
        {
            // Either side may hang up, and a killed server does not listen.
        }
    }

    private async Task Forth(Socket client, Socket server, Answers answers)
    {
        var buffer = new byte[64 * 1024];
        while (await client.ReceiveAsync(buffer) is > 0 and var read)
        {
            var goesOn = answers.Awaited;
            var cut = goesOn ? Cut.No : At?.Invoke() ?? Cut.No;
            if (cut == Cut.Before)
                return;
            answers.Awaited = true;
            answers.Dropped |= cut == Cut.Answer;
            await server.SendAsync(buffer.AsMemory(0, read));
        }
    }

    private async Task Back(Socket server, Socket client, Answers answers)
    {
        var buffer = new byte[64 * 1024];
        while (await server.ReceiveAsync(buffer) is > 0 and var read)
        {
            if (answers.Dropped || (IsCommitted(buffer.AsSpan(0, read)) && Loses?.Invoke() == true))
                return;
            answers.Awaited = false;
            await client.SendAsync(buffer.AsMemory(0, read));
        }
    }

    // An act is written and committed in one answer; one with messages is committed alone.
    private static bool IsCommitted(ReadOnlySpan<byte> answer) =>
        answer.IndexOf(Committed) >= 0 && (answer.IndexOf(Inserted) >= 0 || answer.Length < 32);

    private sealed class Answers
    {
        /// <summary>The client has spoken and the server not yet answered.</summary>
        public volatile bool Awaited;

        public volatile bool Dropped;
    }
}

/// <summary>Where a connection is cut.</summary>
internal enum Cut
{
    No,

    /// <summary>What the client said does not arrive.</summary>
    Before,

    /// <summary>It arrives and is done, and nobody hears of it.</summary>
    Answer,
}
