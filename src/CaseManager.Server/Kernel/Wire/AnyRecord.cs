namespace CaseManager.Server.Kernel.Wire;

/// <summary>A record of any registered type: on the wire a nullable <c>Node</c>, loaded in batches under the caller's rights.</summary>
/// <param name="Row">The type of its row.</param>
public readonly record struct AnyRecord(Type Row, Guid Key);
