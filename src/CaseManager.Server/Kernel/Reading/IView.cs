namespace CaseManager.Server.Kernel.Reading;

/// <summary>A read model as the schema sees it: a row type and its columns.</summary>
public interface IView
{
    Type Row { get; }
    string Table { get; }
    IReadOnlyList<Column> Columns { get; }
}
