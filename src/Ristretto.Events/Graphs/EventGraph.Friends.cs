using Ristretto.Events.Batches;
using Ristretto.Events.Engine;
using Ristretto.Events.Engine.Friends;

namespace Ristretto.Events.Graphs;

public sealed partial class EventGraph<TBatch> : IFriendlyAnalysis
{
    private readonly List<IGraphFriend> _friends = [];

    /// <inheritdoc/>
    IEnumerable<FriendReport> IFriendlyAnalysis.Friends => _friends.Select(friend => friend.Report);

    /// <summary>Takes the events of other files beside those of the graph: <c>friend.Of(ev)</c> are the partners of some events, behind filters and under variations too.</summary>
    /// <typeparam name="TFriend">The type of the other events: one made from their schema, or <see cref="NamedColumns"/>.</typeparam>
    /// <param name="files">The other files, which may be the same with another tree; they are taken in the natural order of their paths.</param>
    /// <param name="index">The columns by which partners find each other; null when the events stand in the same order, one for one.</param>
    /// <exception cref="InvalidOperationException">The graph has run.</exception>
    /// <remarks>Without an index the numbers of entries must be the same, file by file where there are as many files, and no file may be left out. With an index the keys
    /// of all friends are held in memory, about 50 bytes for each, and the order of the friends should be much like that of the events: what lies far apart is read piece by piece.
    /// Friends are read only where a function asks for them.</remarks>
    public Friend<TBatch, TFriend> Friend<TFriend>(EventFiles<TFriend> files, FriendIndex? index = null) where TFriend : EventBatch, new()
    {
        ArgumentNullException.ThrowIfNull(files);
        RequireNotRun();
        var friend = new Friend<TBatch, TFriend>(this, files.Files, index) { Id = NextDefinition() };
        _friends.Add(friend);
        return friend;
    }

    /// <inheritdoc/>
    void IFriendlyAnalysis.Check(IReadOnlyList<SampleInfo> files, bool isComplete)
    {
        foreach (var friend in _friends) friend.Check(files, isComplete);
    }

    /// <inheritdoc/>
    void IFriendlyAnalysis.Prepare()
    {
        foreach (var friend in _friends) friend.Prepare();
    }

    /// <inheritdoc/>
    void IFriendlyAnalysis.Close()
    {
        foreach (var friend in _friends) friend.Close();
    }
}
