namespace Ristretto.Events.Programs;

/// <summary>A complete analysis that the command line can run: <c>ristretto run NAME</c>. The program finds the public classes that
/// implement this in its own analyses and in a user's assembly alike; they need a constructor without parameters.</summary>
public interface IAnalysisProgram
{
    /// <summary>The name by which it is run, for example <c>hh4b</c>.</summary>
    string Name { get; }

    /// <summary>What it does, in one line.</summary>
    string Description { get; }

    /// <summary>Runs the analysis and writes the output folder.</summary>
    /// <exception cref="Ristretto.Bytes.Errors.RistrettoException">Input, configuration or output is at fault; nothing is left under the final name.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled; nothing is left under the final name.</exception>
    RunResult Run(RunRequest request);
}
