using System.Net;
using System.Net.Sockets;

namespace CaseManager.Server.Hosting;

/// <summary>Where the server listens in Development if nobody said otherwise: on this machine only, port 5080 or a free one.</summary>
public static class DevelopmentAddress
{
    private const int Usual = 5080;

    private static readonly string[] _settings = ["urls", "http_ports", "https_ports"];

    /// <summary>Sets the address and answers with it; null when the address is configured, or this is not Development.</summary>
    public static string? UseDevelopmentAddress(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment() || IsConfigured(builder.Configuration))
            return null;
        var port = CanListen(Usual) ? Usual : FreePort();
        if (port != Usual)
            Console.WriteLine($"Port {Usual} is taken: listening on {port}.");
        var address = $"http://127.0.0.1:{port}";
        builder.WebHost.UseUrls(address);
        return address;
    }

    private static bool IsConfigured(ConfigurationManager configuration) =>
        Array.Exists(_settings, name => !string.IsNullOrWhiteSpace(configuration[name]))
        || configuration.GetSection("Kestrel:Endpoints").Exists();

    private static bool CanListen(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
