namespace CaseManager.Server.Kernel.Postgres;

/// <summary>Where the embedded server keeps its files and how careful it is with them.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>The folder of the store; by default <c>.data/postgres</c> in the repository.</summary>
    public string? Folder { get; init; }

    /// <summary>The port wished for on 127.0.0.1; by default the one used last, or else any free one.</summary>
    public int? Port { get; init; }

    /// <summary>False gives up durability for speed. Only for tests that do not ask what a crash leaves behind.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Connections the server accepts.</summary>
    public int MaxConnections { get; init; } = 200;

    /// <summary>Connections one application pool may open.</summary>
    public int PoolSize { get; init; } = 60;

    /// <summary>Memory for shared pages, in megabytes.</summary>
    public int SharedBuffersMegabytes { get; init; } = 192;

    /// <summary>Told, in whole sentences, what takes time or differs from the usual.</summary>
    public Action<string> Say { get; init; } = static _ => { };
}
