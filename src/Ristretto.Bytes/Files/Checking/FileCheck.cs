using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Sources;

namespace Ristretto.Bytes.Files.Checking;

/// <summary>Walks a whole file: every record, key, object, basket and page is read and decompressed, every checksum verified, and the values of branches that
/// hold objects are decoded. What is damaged is listed,
/// and the check goes on behind it.</summary>
/// <remarks><code>
/// var report = FileCheck.Run("data.root");
/// foreach (var problem in report.Problems) Console.WriteLine(problem);
/// </code>Holds a few megabytes of the file at a time, a basket of a branch of objects for each thread, and a few bytes for each record, basket and page.</remarks>
public static class FileCheck
{
    /// <summary>Checks a file.</summary>
    /// <param name="path">Path or address.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="SourceException">It is missing, not readable, or a server fails.</exception>
    /// <exception cref="RootFormatException">It is no ROOT file at all.</exception>
    /// <exception cref="OperationCanceledException">The check was cancelled.</exception>
    public static FileReport Run(string path, FileCheckOptions? options = null)
    {
        options ??= FileCheckOptions.Default;
        using var source = ByteSource.Open(path, options.Connections);
        var (file, broken) = Open(source);
        var findings = new Findings(file, options);
        if (broken is not null) findings.Add(broken);
        var hasClasses = CheckStreamerInfos(file, findings);
        using var crew = new CheckCrew(findings, options.Threads > 0 ? options.Threads : Environment.ProcessorCount);
        new DirectoryCheck(file, findings, crew, hasClasses).Run();
        new RecordWalk(file, findings).Run();
        return findings.ToReport();
    }

    /// <summary>Opens a file as usual, or if that fails by searching it.</summary>
    private static (RootFile File, RootFormatException? Broken) Open(ByteSource source)
    {
        try
        {
            return (RootFile.Open(source), null);
        }
        catch (RootFormatException error)
        {
            var file = RootFile.Open(source, new RootFileOptions { Recover = true });
            return (file, error);
        }
    }

    private static bool CheckStreamerInfos(RootFile file, Findings findings)
    {
        if (file.Header.SeekInfo != 0) findings.RecordStarts.Add(file.Header.SeekInfo);
        try
        {
            if (file.ReadStreamerInfos().Count == 0 && !file.IsRecovered) findings.Note("the file describes no classes");
            findings.Advance("StreamerInfo", file.Header.InfoBytes, 0);
            return true;
        }
        catch (RistrettoException error) when (findings.IsFinding(error))
        {
            findings.Add(error);
            findings.Note("without the description of its classes, objects are only decompressed, and branches of objects cannot be interpreted");
            return false;
        }
    }
}
