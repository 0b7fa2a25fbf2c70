using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.Trees;

/// <content>What a tree says of other trees and of itself: aliases, index, friends, user info.</content>
public sealed partial class Tree
{
    private readonly Lazy<TreeTail> _tail;
    private TreeIndex? _index;

    /// <summary>fWeight: the weight of the tree's entries in a chain; 1 unless somebody set it.</summary>
    public double Weight => _record.Weight;

    /// <summary>fAliases: names for formulas, which are given as text.</summary>
    /// <exception cref="RootFormatException">The record is damaged.</exception>
    public IReadOnlyDictionary<string, string> Aliases => _tail.Value.Items("fAliases").Where(item => item.Name is not null)
        .DistinctBy(item => item.Name).ToDictionary(item => item.Name!, item => item.Title ?? "", StringComparer.Ordinal);

    /// <summary>fFriends: trees with further columns for the same entries, in this file or in others.</summary>
    /// <exception cref="RootFormatException">The record is damaged.</exception>
    public IReadOnlyList<TreeFriend> Friends => [.. _tail.Value.Items("fFriends").Where(item => item.Has("fTreeName"))
        .Select(item => new TreeFriend(item.Name ?? "", item.Get<string>("fTreeName"), item.Title ?? ""))];

    /// <summary>fUserInfo: objects that the writer attached.</summary>
    /// <exception cref="RootFormatException">The record is damaged.</exception>
    public IReadOnlyList<ObjectRecord> UserInfo => [.. _tail.Value.Items("fUserInfo")];

    /// <summary>fTreeIndex: finds entries by two numbers, such as run and event; null when the tree has none.</summary>
    /// <exception cref="RootFormatException">The record is damaged.</exception>
    public TreeIndex? Index => _index ??= _tail.Value.Member("fTreeIndex") is { ClassName: "TTreeIndex" } record ? TreeIndex.Of(this, record) : null;

    /// <summary>Opens a friend; its file is looked for beside this tree's file. The caller disposes it.</summary>
    /// <exception cref="SourceException">Its file is missing.</exception>
    /// <exception cref="SchemaException">Its tree is missing.</exception>
    /// <exception cref="RootFormatException">Its file is damaged.</exception>
    public FriendTree OpenFriend(TreeFriend friend) => FriendTree.Open(this, friend);
}
