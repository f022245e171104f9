using System.Text;

namespace CaseManager.Server.Tests.Api;

/// <summary>Global ids as the server writes them, for asking about records that a person should not know of.</summary>
public static class GlobalIds
{
    public static string Of(string type, Guid key) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{type}:{key:D}"));

    public static Guid Key(string id) => Guid.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(id)).Split(':')[1]);

    /// <summary>An id of the type that names nothing.</summary>
    public static string Nothing(string type) => Of(type, Guid.NewGuid());
}
