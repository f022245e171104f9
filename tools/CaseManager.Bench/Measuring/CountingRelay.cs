using System.Net;
using System.Net.Sockets;

namespace CaseManager.Bench.Measuring;

/// <summary>Stands between driver and database and counts round trips: each time the client speaks after the server has.</summary>
internal sealed class CountingRelay : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private int _trips;

    public CountingRelay(int to)
    {
        _listener.Start();
        _ = Accept(to);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Trips => Volatile.Read(ref _trips);

    public void Dispose() => _listener.Dispose();

    private async Task Accept(int to)
    {
        try
        {
            while (true)
                _ = Relay(await _listener.AcceptSocketAsync(), to);
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // The count is over.
        }
    }

    private async Task Relay(Socket client, int to)
    {
        using var near = client;
        using var far = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        near.NoDelay = true;
        await far.ConnectAsync(IPAddress.Loopback, to);
        var asking = new StrongBox { Value = false };
        await Task.WhenAny(Pump(near, far, () => Spoke(asking)), Pump(far, near, () => asking.Value = false));
    }

    private void Spoke(StrongBox asking)
    {
        if (!asking.Value)
            Interlocked.Increment(ref _trips);
        asking.Value = true;
    }

    private static async Task Pump(Socket from, Socket to, Action heard)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var read)
            {
                heard();
                await to.SendAsync(buffer.AsMemory(0, read));
            }
        }
        catch (SocketException)
        {
            // Either side may hang up.
        }
    }

    private sealed class StrongBox
    {
        public bool Value { get; set; }
    }
}
