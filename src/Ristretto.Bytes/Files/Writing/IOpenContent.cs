namespace Ristretto.Bytes.Files.Writing;

/// <summary>A tree or an ntuple of a file that is being written.</summary>
internal interface IOpenContent
{
    /// <summary>Writes what is still held, and the object itself.</summary>
    void Complete();

    /// <summary>Gives the memory back; the file is given up.</summary>
    void Abandon();
}
