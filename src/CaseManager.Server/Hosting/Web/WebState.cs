namespace CaseManager.Server.Hosting.Web;

/// <summary>How far the page is.</summary>
public enum WebState
{
    /// <summary>It can be shown.</summary>
    Ready,

    /// <summary>Its sources are here and nobody has built them.</summary>
    Unbuilt,

    Building,

    Failed,

    /// <summary>Its sources are here, but no Node to build them with.</summary>
    NoNode,

    /// <summary>Neither it nor its sources are here.</summary>
    Absent,
}
