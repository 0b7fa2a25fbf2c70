using Ristretto.Fuzz.Anatomy;

namespace Ristretto.Fuzz.Mutations;

/// <summary>Changes a file: a function of the file and a seed alone.</summary>
internal static class Mutator
{
    private static readonly (int Weight, string Name, Func<FileAnatomy, MutableFile, SeededRandom, bool> Apply)[] s_kinds =
    [
        (14, "object", RecordDamage.Object), (8, "infos", RecordDamage.Infos), (10, "basket", RecordDamage.Basket), (4, "basket head", RecordDamage.BasketHead),
        (20, "ntuple", NTupleDamage.Any), (8, "key", KeyDamage.Key), (3, "header", KeyDamage.Header), (3, "list", KeyDamage.List), (3, "directory", KeyDamage.Directory),
        (3, "class", KeyDamage.Class), (3, "block head", BlockDamage.Head), (5, "block", BlockDamage.Content),
        (6, "bits", Plain(PlainDamage.FlipBits)), (4, "scribble", Plain(PlainDamage.Scribble)), (6, "number", Plain(PlainDamage.Number)), (2, "truncate", Plain(PlainDamage.Truncate)),
        (2, "remove", Plain(PlainDamage.Remove)), (2, "repeat", Plain(PlainDamage.Repeat)), (2, "swap", Plain(PlainDamage.Swap)), (3, "splice", Splice),
    ];

    private static readonly int s_total = s_kinds.Sum(static kind => kind.Weight);

    /// <summary>A changed copy of the file.</summary>
    /// <param name="anatomy">The file.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>The copy, and in words what was done to it.</returns>
    internal static (ReadOnlyMemory<byte> Bytes, string What) Mutate(FileAnatomy anatomy, ulong seed)
    {
        var random = new SeededRandom(seed);
        var file = new MutableFile(anatomy.Bytes);
        if (random.OneIn(2000) && RecordDamage.Bomb(anatomy, file, random)) return (file.Memory, "bomb");
        var done = new List<string>();
        // Each puts the positions of what it leaves alone where the anatomy says; those that move things come last.
        var wanted = random.OneIn(3) ? random.Between(2, 3) : 1;
        for (var tries = 0; tries < 20 && done.Count < wanted; tries++)
        {
            var (_, name, apply) = Choose(random);
            if (done.Contains(name) || !apply(anatomy, file, random)) continue;
            done.Add(name);
            if (name is "truncate" or "remove" or "repeat" or "splice") break;
        }
        return (file.Memory, string.Join(" + ", done));
    }

    private static (int Weight, string Name, Func<FileAnatomy, MutableFile, SeededRandom, bool> Apply) Choose(SeededRandom random)
    {
        var choice = random.Below(s_total);
        foreach (var kind in s_kinds)
        {
            choice -= kind.Weight;
            if (choice < 0) return kind;
        }
        return s_kinds[^1];
    }

    private static Func<FileAnatomy, MutableFile, SeededRandom, bool> Plain(Action<MutableFile, SeededRandom> damage) => (_, file, random) =>
    {
        damage(file, random);
        return true;
    };

    private static bool Splice(FileAnatomy anatomy, MutableFile file, SeededRandom random)
    {
        PlainDamage.Splice(file, random, random.Of(Samples.All).Bytes);
        return true;
    }
}
