namespace CaseManager.Server.Kernel.Rights;

/// <summary>
/// The Access slice's SQL for what an officer ($1) holds: rows of (registered boolean, scope_kind text, scope_id uuid, role text,
/// valid_from timestamptz, valid_until timestamptz, departs timestamptz, country text, emergency uuid, task_force uuid); one row with nulls
/// when there is no grant. A row with an emergency has no role: its scope is the case that it opens, and the task force where it was allowed.
/// </summary>
/// <param name="Streams">Selects the ids of all streams from whose facts that follows: the officer's, the agency's, the grants', the emergencies', the task forces'.</param>
/// <param name="LabelOfEmergency">Selects the number of the label under which an emergency ($1) stands.</param>
/// <param name="Holders">Selects the officers who hold something on one of the scopes in $1.</param>
public sealed record RightsQuery(string Sql, string Streams, string LabelOfEmergency, string Holders);

/// <summary>
/// The Access slice's SQL for the officers who hold or held anything on one of the scopes ($1, ids of cases, task forces and operations): rows
/// of (officer uuid, agency text, stream uuid), one for each stream from whose facts it follows what they held there.
/// </summary>
public sealed record HoldersQuery(string Sql);
