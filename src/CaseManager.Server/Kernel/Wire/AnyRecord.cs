namespace CaseManager.Server.Kernel.Wire;

/// <summary>
/// A record of any registered type: on the wire a nullable <c>Node</c>, loaded in batches under the caller's rights, and as an input a
/// global id of whatever type.
/// </summary>
/// <param name="Type">The type of its row, or of its id, for slices that know no more of it.</param>
public readonly record struct AnyRecord(Type Type, Guid Key);
