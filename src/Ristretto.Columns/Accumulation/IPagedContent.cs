namespace Ristretto.Columns.Accumulation;

/// <summary>Content that takes its memory in pages of its lane, when something is filled there.</summary>
internal interface IPagedContent
{
    /// <summary>The lane whose pages it takes; null for the original.</summary>
    Lane? Owner { set; }
}
