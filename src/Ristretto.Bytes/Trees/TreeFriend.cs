namespace Ristretto.Bytes.Trees;

/// <summary>TFriendElement: another tree with columns for the same entries.</summary>
/// <param name="Name">Name under which its columns are meant: <c>name.column</c>.</param>
/// <param name="TreeName">fTreeName: its path in its file.</param>
/// <param name="FileName">The file as stored; empty when it is the same.</param>
public sealed record TreeFriend(string Name, string TreeName, string FileName);
