namespace CaseManager.Server.Kernel.Rights;

/// <summary>
/// The Access slice's SQL for what an officer ($1) holds: rows of (registered boolean, scope_kind text, scope_id uuid, role text,
/// valid_from timestamptz, valid_until timestamptz, departs timestamptz, country text); one row with nulls when there is no grant.
/// </summary>
/// <param name="Streams">Selects the ids of all streams from whose facts that follows: the officer's, the agency's, the grants', their task forces'.</param>
public sealed record RightsQuery(string Sql, string Streams);

/// <summary>
/// The Access slice's SQL for the officers who hold or held anything on one of the scopes ($1, ids of cases, task forces and operations): rows
/// of (officer uuid, agency text, stream uuid), one for each stream from whose facts it follows what they held there.
/// </summary>
public sealed record HoldersQuery(string Sql);
