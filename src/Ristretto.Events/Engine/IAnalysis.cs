using Ristretto.Events.Batches;

namespace Ristretto.Events.Engine;

/// <summary>What is done with the events of one data set: select, weigh, count, fill.</summary>
/// <typeparam name="TBatch">The type of the events, for example NanoBatch.</typeparam>
public interface IAnalysis<in TBatch> where TBatch : EventBatch
{
    /// <summary>Handles some consecutive events. It is called from several threads at once, each with a batch of its own; histograms and
    /// cutflows may be filled without further ado, other things that are shared need care. It is also called with an empty batch, before
    /// the first event is read, to find out which columns are needed.</summary>
    void Process(TBatch events);
}
