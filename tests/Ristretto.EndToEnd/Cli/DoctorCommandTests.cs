using Ristretto.Cli.Commands;
using Ristretto.Cli.Diagnostics;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary><c>ristretto doctor</c>.</summary>
public sealed class DoctorCommandTests
{
    [Fact]
    public void Json_OnThisMachine_NamesEveryCodecAndTheProcessor()
    {
        using var folder = new TemporaryFolder();
        using StringWriter output = new(), errors = new();

        DoctorCommand.Run(json: true, folder.Path, output, errors);

        var names = new CliRun(0, output.ToString(), "").Json().GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("name").GetString()).ToArray();
        Assert.Superset(new HashSet<string?> { "ZSTD", "LZMA", "LZ4", "zlib", ".NET", "processor", "memory", "wires", "TLS", "authorities", "write access" }, names.ToHashSet());
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Run_FolderThatCannotBeWritten_IsAProblemWithRemedy()
    {
        using StringWriter output = new(), errors = new();

        var code = DoctorCommand.Run(json: false, Path.Combine(Path.GetTempPath(), "no-such-folder-of-ristretto"), output, errors);

        Assert.Equal(4, code);
        Assert.Matches(@"  PROBLEM   write access .*; give --output a folder that is yours\n", output.ToString());
    }

    [Fact]
    public void Check_FolderOfAuthoritiesThatIsNotThere_IsANoteWithRemedy() =>
        Assert.Equal((Verdict.Note, "unset it, or name the authorities with --certificates"), (Wires.Authorities("/no/such/folder").Verdict, Wires.Authorities("/no/such/folder").Remedy));

    [Fact]
    public void Check_MissingLibrary_NamesThePackages()
    {
        var needed = NativeLibraries.Check("ZSTD", "libno-such-thing.so.9", null, "libzstd1", "libzstd", null);
        var replaceable = NativeLibraries.Check("LZ4", "libno-such-thing.so.9", null, "liblz4-1", "lz4-libs", "our own is used");

        Assert.Equal((Verdict.Problem, 3, "apt install libzstd1 (Debian, Ubuntu) or dnf install libzstd (RHEL, Fedora)"), (needed.Verdict, needed.ExitCode, needed.Remedy));
        Assert.Equal((Verdict.Note, 0), (replaceable.Verdict, replaceable.ExitCode));
    }
}
