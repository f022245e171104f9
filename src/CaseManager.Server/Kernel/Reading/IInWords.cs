namespace CaseManager.Server.Kernel.Reading;

/// <summary>An element of a row's list that a history tells in a few words of its own.</summary>
public interface IInWords
{
    /// <summary>Without ids: names of agencies and choices.</summary>
    string InWords();
}
