using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;

namespace Ristretto.Bytes.Trees;

/// <summary>An opened friend of a tree. When the friend has an index, its entries are found by the index's two numbers, otherwise they have the same number.</summary>
public sealed class FriendTree : IDisposable
{
    private readonly RootFile? _own;
    private readonly Tree _main;

    private FriendTree(Tree main, TreeFriend friend, Tree tree, RootFile? own) => (_main, Friend, Tree, _own) = (main, friend, tree, own);

    /// <summary>What the main tree says of it.</summary>
    public TreeFriend Friend { get; }

    /// <summary>The friend's tree.</summary>
    public Tree Tree { get; }

    /// <summary>The friend's entries that belong to entries of the main tree; -1 where there is none.</summary>
    /// <param name="firstEntry">First entry of the main tree.</param>
    /// <param name="entries">Receives one entry of the friend per entry of the main tree.</param>
    /// <exception cref="SchemaException">The index is made of something else than branches of the main tree.</exception>
    /// <exception cref="RootFormatException">A basket is damaged.</exception>
    public void FindEntries(long firstEntry, Span<long> entries)
    {
        if (Tree.Index is not { } index)
        {
            for (var i = 0; i < entries.Length; i++) entries[i] = firstEntry + i < Tree.Entries ? firstEntry + i : -1;
            return;
        }
        var (majors, minors) = (new long[entries.Length], new long[entries.Length]);
        Read(index.MajorName, firstEntry, majors);
        Read(index.MinorName, firstEntry, minors);
        for (var i = 0; i < entries.Length; i++) entries[i] = index.Find(majors[i], minors[i]);
    }

    /// <summary>Closes the friend's file if it is another one.</summary>
    public void Dispose() => _own?.Dispose();

    internal static FriendTree Open(Tree main, TreeFriend friend)
    {
        if (friend.FileName.Length == 0) return new FriendTree(main, friend, main.File.GetTree(friend.TreeName), null);
        var file = RootFile.Open(Locate(main.File.Path, friend.FileName));
        try
        {
            return new FriendTree(main, friend, file.GetTree(friend.TreeName), file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    // The writer stored a path that was right where it ran: beside the main file is where a copy would be.
    private static string Locate(string mainPath, string stored)
    {
        if (stored.Contains("://", StringComparison.Ordinal) || Path.IsPathRooted(stored)) return stored;
        var slash = mainPath.LastIndexOf('/');
        return slash < 0 ? stored : $"{mainPath[..(slash + 1)]}{stored}";
    }

    private void Read(string name, long firstEntry, Span<long> values)
    {
        if (long.TryParse(name, out var constant))
        {
            values.Fill(constant);
            return;
        }
        var field = _main.Fields.FirstOrDefault(field => field.Name == name || field.Name.EndsWith($"/{name}", StringComparison.Ordinal))
            ?? throw new SchemaException(_main.File.Path, $"the friend {Friend.Name} is joined by {name}, which is no branch of {_main.Path}");
        using var reader = field.Open();
        reader.Read(firstEntry, values.Length);
        if (field.Columns.Count != 1 || reader.Integers(0) is not { } integers || integers.Length != values.Length)
            throw new SchemaException(_main.File.Path, $"the friend {Friend.Name} is joined by {name}, which is not one number per entry");
        integers.CopyTo(values);
    }
}
