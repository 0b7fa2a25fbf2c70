using System.Text.Json;
using Ristretto.Cli.Rendering;
using Ristretto.Events.Engine;
using Ristretto.Plots.Results;

namespace Ristretto.Cli.Running;

/// <summary>What a run would read, as text and as JSON.</summary>
internal static class PlanReport
{
    /// <summary>Prints the files with events, columns and bytes, and the sums.</summary>
    internal static void Print(RunPlan plan, TextWriter output)
    {
        TextTable table = new(("data set", Alignment.Left), ("file", Alignment.Left), ("events", Alignment.Right), ("columns", Alignment.Right),
            ("to read", Alignment.Right), ("unpacked", Alignment.Right));
        foreach (var file in plan.Files)
            table.Add(file.Dataset, file.Path, Quantity.Count(file.Events), Quantity.Count(file.Columns.Count), Quantity.Bytes(Stored(file)), Quantity.Bytes(Unpacked(file)));
        table.Add("all", Quantity.Count(plan.Files.Count, "file", "files"), Quantity.Count(plan.Events), "", Quantity.Bytes(plan.Files.Sum(Stored)), Quantity.Bytes(plan.Files.Sum(Unpacked)));
        table.Write(output, indent: 2);
        LossReport.Print(plan.LostFiles, plan, output);
    }

    /// <summary>Writes the plan with the names of the columns.</summary>
    internal static void Write(RunPlan plan, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("events", plan.Events);
        json.WriteNumber("bytesToRead", plan.Files.Sum(Stored));
        json.WriteStartArray("files");
        foreach (var file in plan.Files)
        {
            json.WriteStartObject();
            json.WriteString("dataset", file.Dataset);
            json.WriteString("path", file.Path);
            json.WriteString("tree", file.Tree);
            json.WriteString("uuid", file.Uuid);
            json.WriteNumber("events", file.Events);
            json.WriteNumber("bytesToRead", Stored(file));
            json.WriteNumber("bytesUnpacked", Unpacked(file));
            json.WriteStrings("columns", file.Columns.Select(column => column.Branch));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        RunOutcome.WriteLost(json, plan.LostFiles);
        json.WriteEndObject();
    }

    // With --max-events only a part of each column is read.
    private static long Stored(PlannedFile file) => Part(file, file.Columns.Sum(column => column.CompressedBytes));

    private static long Unpacked(PlannedFile file) => Part(file, file.Columns.Sum(column => column.UncompressedBytes));

    private static long Part(PlannedFile file, long bytes) => file.Entries == 0 ? 0 : (long)(bytes * (file.Events / (double)file.Entries));
}
