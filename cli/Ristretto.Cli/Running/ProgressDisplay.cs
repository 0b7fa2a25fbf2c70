using Ristretto.Cli.Rendering;
using Ristretto.Events.Engine;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Ristretto.Cli.Running;

/// <summary>Shows how far a run has come: a bar on a terminal, otherwise a line every few seconds.</summary>
internal static class ProgressDisplay
{
    /// <summary>Does work that reports its progress.</summary>
    /// <param name="errors">Receives the lines where there is no terminal.</param>
    /// <param name="isInteractive">Whether to draw a bar.</param>
    /// <param name="work">The work; it is given where to report to.</param>
    internal static T Show<T>(TextWriter errors, bool isInteractive, Func<Action<RunProgress>, T> work) => isInteractive ? Bar(work) : Lines(errors, work);

    /// <summary>One line: events, speed, time left, where the time went so far.</summary>
    internal static string Describe(RunProgress progress)
    {
        var left = progress.TimeLeft is { } time ? $"   {Quantity.Time(time)} left" : "";
        return $"{Quantity.Count(progress.Events)} of {Quantity.Count(progress.TotalEvents)} events   {Quantity.Count((long)progress.EventsPerSecond)} events/s   {Speed(progress)}{left}{Stages(progress)}";
    }

    // What fits beside a bar into 80 characters.
    private static string DescribeShort(RunProgress progress) =>
        $"{Quantity.Count((long)progress.EventsPerSecond)} events/s {Speed(progress)}{(progress.TimeLeft is { } time ? $" {Quantity.Time(time)} left" : "")}";

    private static string Stages(RunProgress progress) => progress.Stages.Busy > TimeSpan.Zero ? $"   {CostReport.Stages(progress.Stages, ", ")}" : "";

    private static string Speed(RunProgress progress) =>
        $"{Quantity.Bytes(progress.Elapsed > TimeSpan.Zero ? progress.BytesRead / progress.Elapsed.TotalSeconds : 0)}/s";

    private static T Lines<T>(TextWriter errors, Func<Action<RunProgress>, T> work) => work(ProgressLines.To<RunProgress>(errors, progress =>
    {
        var share = progress.TotalEvents == 0 ? 1 : progress.Events / (double)progress.TotalEvents;
        return $"{Quantity.Fixed(100 * share, 0)} %   {Describe(progress)}   {progress.Dataset}";
    }));

    private static T Bar<T>(Func<Action<RunProgress>, T> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        var state = new StateColumn();
        return console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 20 }, new PercentageColumn(), state)
            .Start(context =>
            {
                var task = context.AddTask("reading");
                return work(progress =>
                {
                    task.MaxValue = Math.Max(1, progress.TotalEvents);
                    task.Value = progress.Events;
                    state.Text = DescribeShort(progress);
                });
            });
    }

    private sealed class StateColumn : ProgressColumn
    {
        internal string Text { get; set; } = "";

        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(Text);
    }
}
