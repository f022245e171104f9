namespace CaseManager.Server.Tests.Access;

/// <summary>The server answered a well-formed question with an error.</summary>
internal sealed class NoAnswerException(string what, string errors) : Exception($"{what}: {errors}")
{
    public string What => what;
}
