namespace Ristretto.Bytes.Files.Merging;

/// <summary>What is done with trees and RNTuples whose branches or fields are not the same in all files.</summary>
public enum MergeSchema
{
    /// <summary>They are refused.</summary>
    Strict,

    /// <summary>The merged tree has all branches; entries of files that lack one get 0, an empty list, an empty string. Where a number has types of different
    /// width, it gets one that holds both. Such trees are read and written anew, the others are copied as they are; so are RNTuples, which get pages of zeros.</summary>
    Union,
}
