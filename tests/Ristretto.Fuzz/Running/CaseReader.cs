using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files.Merging;
using Ristretto.Fuzz.Reading;

namespace Ristretto.Fuzz.Running;

/// <summary>Does with a damaged file what users do: reads everything, sometimes with recovery, and now and then merges it.</summary>
/// <param name="folder">Where files to be merged are put.</param>
internal sealed class CaseReader(string folder) : IDisposable
{
    private const int MergeOneIn = 60, RecoverOneIn = 4, BranchesOneIn = 3;

    private readonly DecodeContext _context = new();

    /// <summary>Reads an input; null when everything was read, or the first error of Ristretto. Anything else comes out as it is.</summary>
    internal RistrettoException? Read(FuzzCase input)
    {
        var random = new SeededRandom(input.Seed ^ 0xA5A5_A5A5);
        var whole = new WholeFile(_context, readsBranches: random.OneIn(BranchesOneIn));
        whole.Read(new MemorySource("damaged.root", input.Bytes), recover: random.OneIn(RecoverOneIn));
        var error = whole.FirstError;
        if (random.OneIn(MergeOneIn)) error = Merge(input, random) ?? error;
        return error;
    }

    public void Dispose() => _context.Dispose();

    private RistrettoException? Merge(FuzzCase input, SeededRandom random)
    {
        var (original, damaged, merged) = (Path.Combine(folder, "original.root"), Path.Combine(folder, "damaged.root"), Path.Combine(folder, "merged.root"));
        try
        {
            File.WriteAllBytes(original, input.Original.Bytes);
            File.WriteAllBytes(damaged, input.Bytes.Span);
            FileMerger.Merge(random.OneIn(2) ? [original, damaged] : [damaged, original], merged, new MergeOptions { Threads = 1, Overwrite = true });
            return null;
        }
        catch (RistrettoException error)
        {
            return error;
        }
        finally
        {
            foreach (var path in (ReadOnlySpan<string>)[original, damaged, merged]) File.Delete(path);
        }
    }
}
