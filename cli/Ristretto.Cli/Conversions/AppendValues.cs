namespace Ristretto.Cli.Conversions;

/// <summary>Takes the values of a source column of one range of entries.</summary>
internal delegate void AppendValues(SourceColumn column);
