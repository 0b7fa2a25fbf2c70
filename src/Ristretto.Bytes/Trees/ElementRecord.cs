namespace Ristretto.Bytes.Trees;

/// <summary>TBranchElement: which member of which class a branch holds.</summary>
internal sealed class ElementRecord
{
    /// <summary>fClassName: class of the object, or the class whose member the branch holds.</summary>
    public string ClassName = "";

    /// <summary>fClonesName: class of the objects of a TClonesArray.</summary>
    public string ClonesName = "";

    /// <summary>fCheckSum of the class.</summary>
    public uint Checksum;

    /// <summary>fClassVersion.</summary>
    public int ClassVersion;

    /// <summary>fID: index of the member in the class; -1 for a whole object, -2 for the branches of a collection.</summary>
    public int Id;

    /// <summary>fType: 0 plain, 1 base class, 2 object, 3 TClonesArray, 4 collection, 31 and 41 members of those.</summary>
    public int Type;

    /// <summary>fStreamerType: code of the member's type.</summary>
    public int StreamerType;

    /// <summary>fBranchCount: key of the branch that counts the elements; 0 when there is none.</summary>
    public int CounterKey;

    /// <summary>fBranchCount2: key of the branch that counts the elements of an array in each element.</summary>
    public int SecondCounterKey;
}
