namespace Ristretto.Cli.Conversions;

/// <summary>A tree or an ntuple that is written.</summary>
internal interface ITargetTable
{
    /// <summary>Makes the columns; those that the format cannot hold are added to the list with the reason.</summary>
    void Make(IReadOnlyList<SourceColumn> columns, List<(string Name, string Reason)> leftOut);

    /// <summary>Appends what the source columns have read.</summary>
    void Append(int entries);

    /// <summary>Ends the table.</summary>
    void Complete();
}
