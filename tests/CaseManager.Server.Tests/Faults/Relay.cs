using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace CaseManager.Server.Tests.Faults;

/// <summary>Stands between a server and its PostgreSQL and cuts a connection where a test says so.</summary>
internal sealed class Relay : IAsyncDisposable
{
    // The driver sends it alone, as a simple query.
    private static readonly byte[] Commit = [.. "Q\0\0\0\u000b"u8, .. Encoding.ASCII.GetBytes("COMMIT\0")];

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _to;

    /// <summary>Asked whenever a client begins to speak, and told whether it says COMMIT; null lets all pass.</summary>
    public Func<bool, Cut>? At { get; set; }

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
            var cut = goesOn ? Cut.No : At?.Invoke(buffer.AsSpan(0, read).SequenceEqual(Commit)) ?? Cut.No;
            if (cut == Cut.Before)
                return;
            answers.Awaited = true;
            answers.Dropped |= cut == Cut.Answer;
            await server.SendAsync(buffer.AsMemory(0, read));
        }
    }

    private static async Task Back(Socket server, Socket client, Answers answers)
    {
        var buffer = new byte[64 * 1024];
        while (await server.ReceiveAsync(buffer) is > 0 and var read)
        {
            if (answers.Dropped)
                return;
            answers.Awaited = false;
            await client.SendAsync(buffer.AsMemory(0, read));
        }
    }

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
