using Ristretto.Events.Engine;
using Ristretto.Events.Engine.Friends;

namespace Ristretto.Events.Graphs;

/// <summary>A friend of a graph, whatever type its events have.</summary>
internal interface IGraphFriend
{
    /// <summary>What became of it.</summary>
    FriendReport Report { get; }

    /// <summary>Makes sure that it fits to the input.</summary>
    void Check(IReadOnlyList<SampleInfo> files, bool isComplete);

    /// <summary>Reads its index.</summary>
    void Prepare();

    /// <summary>After a run over no events: makes sure that it has the columns that were asked for.</summary>
    void RequireColumns();

    /// <summary>Closes its files.</summary>
    void Close();
}
