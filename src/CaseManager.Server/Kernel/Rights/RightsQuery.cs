namespace CaseManager.Server.Kernel.Rights;

/// <summary>
/// The Access slice's SQL for what an officer ($1) holds: rows of (registered boolean, scope_kind text, scope_id uuid, role text,
/// valid_from timestamptz, valid_until timestamptz, departs timestamptz, country text); one row with nulls when there is no grant.
/// </summary>
/// <param name="Streams">Selects the ids of all streams from whose facts that follows: the officer's, the agency's, the grants', their task forces'.</param>
/// <param name="Holders">Selects the officers who hold something on one of the scopes in $1.</param>
public sealed record RightsQuery(string Sql, string Streams, string Holders);
