using Ristretto.Bytes.Files;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Events.Engine;

/// <summary>Copies of the benchmark input, whole and damaged.</summary>
internal sealed class AdlFiles : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    internal string Whole(string name)
    {
        var path = _folder[name];
        File.Copy(SharedData.Path("adl", "adl-100k.root"), path);
        return path;
    }

    /// <summary>A copy in which the last basket of the jets' momenta has no key any more: the file opens well, and fails near its end.</summary>
    internal string Damaged(string name)
    {
        var path = Whole(name);
        long seek;
        using (var file = RootFile.Open(path)) seek = file.GetTree("Events").GetBranch("Jet_pt").BasketSeeks[^1];
        using var stream = File.OpenWrite(path);
        stream.Position = seek;
        stream.Write(new byte[100]);
        return path;
    }

    /// <summary>A copy that is cut off.</summary>
    internal string CutOff(string name)
    {
        var path = Whole(name);
        using var stream = File.OpenWrite(path);
        stream.SetLength(stream.Length / 2);
        return path;
    }

    internal string Missing(string name) => _folder[name];

    public void Dispose() => _folder.Dispose();
}
