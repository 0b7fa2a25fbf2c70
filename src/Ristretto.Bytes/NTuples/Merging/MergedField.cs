namespace Ristretto.Bytes.NTuples.Merging;

/// <summary>A field that at least one of the merged ntuples has.</summary>
/// <param name="path">Its name with those of the fields around it.</param>
/// <param name="parent">The field that it is part of; null at the top level.</param>
/// <param name="first">The field in the first file that has it.</param>
/// <param name="source">Path of the field that it shows; null unless it is projected.</param>
/// <param name="firstFile">That file.</param>
internal sealed class MergedField(string path, MergedField? parent, NTupleField first, string? source, string firstFile)
{
    /// <summary>Its name with those of the fields around it.</summary>
    public string Path => path;

    /// <summary>The field that it is part of; null at the top level.</summary>
    public MergedField? Parent => parent;

    /// <summary>The field in the first file that has it.</summary>
    public NTupleField First => first;

    /// <summary>Path of the field that it shows; null unless it is projected.</summary>
    public string? Source => source;

    /// <summary>The first file that has it.</summary>
    public string FirstFile => firstFile;

    /// <summary>Its parts.</summary>
    public List<MergedField> Children { get; } = [];

    /// <summary>How many files have it.</summary>
    public int Files { get; set; } = 1;

    /// <summary>Position in the merged schema.</summary>
    public int Id { get; set; } = first.Id;

    /// <summary>Its stored columns, as the first file describes them.</summary>
    public IReadOnlyList<ColumnRecord> Columns => first.IsProjected || first.Representations.Count == 0 ? [] : first.Representations[0];

    /// <summary>What it is made of.</summary>
    public FieldRole Role => (FieldRole)first.Record.Role;

    /// <summary>Whether it is just its parts side by side, which need not be the same in all files: a record of no class.</summary>
    public bool IsOpen => Role == FieldRole.Record && first.TypeName.Length == 0;
}
