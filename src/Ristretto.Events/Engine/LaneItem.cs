namespace Ristretto.Events.Engine;

/// <summary>A run of events of a file that is processed and merged as one piece.</summary>
/// <param name="Index">Position in the order in which the runs are merged.</param>
/// <param name="File">The file.</param>
/// <param name="FileIndex">Position of the file in the plan.</param>
/// <param name="First">First event.</param>
/// <param name="End">First event behind it.</param>
internal readonly record struct LaneItem(int Index, PlannedFile File, int FileIndex, long First, long End)
{
    /// <summary>Number of events.</summary>
    internal long Events => End - First;
}
