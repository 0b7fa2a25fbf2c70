using System.IO.Compression;
using System.Security.Cryptography;
using Ristretto.EndToEnd.Documents;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Packages;

/// <summary>The libraries as NuGet packages: same sources, same version and bytes; other sources, another version; a project can use them from a local feed.</summary>
[Collection("builds in the clone")]
public sealed class LibraryPackagesTests : IDisposable
{
    private static readonly string[] s_libraries = ["Bytes", "Columns", "Events", "Histograms", "Models", "Plots", "Workflow"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Pack_Twice_GivesTheSameVersionAndTheSameBytes()
    {
        var (first, second) = (Pack("first"), Pack("second"));

        Assert.Equal(first, second);
        Assert.Equal(s_libraries.Select(library => $"Ristretto.{library}.{first}.nupkg"), Contents("first").Keys);
        Assert.Equal(Contents("first"), Contents("second"));
    }

    [Fact]
    public void Version_ASourceChanges_ChangesToo()
    {
        foreach (var part in new[] { "Directory.Build.props", "src/Ristretto.Plots/Ristretto.Plots.csproj" })
        {
            _folder.Write(part, File.ReadAllText(Repository.PathOf(part)));
        }
        foreach (var script in new[] { "lib.sh", "content-version" })
        {
            _folder.Write($"scripts/{script}", File.ReadAllText(Repository.PathOf("scripts", script)), executable: true);
        }
        _folder.Write("src/Ristretto.Plots/A.cs", "class A;");
        var version = VersionOfCopy();

        _folder.Write("src/Ristretto.Plots/A.cs", "class A; // and a word");
        var changed = VersionOfCopy();
        File.Move(_folder["src/Ristretto.Plots/A.cs"], _folder["src/Ristretto.Plots/B.cs"]);
        var renamed = VersionOfCopy();
        File.Move(_folder["src/Ristretto.Plots/B.cs"], _folder["src/Ristretto.Plots/A.cs"]);
        _folder.Write("src/Ristretto.Plots/A.cs", "class A;");

        Assert.Matches(@"^\d+\.\d+\.\d+-c\.h[0-9a-f]{12}$", version);
        Assert.Equal(3, new HashSet<string> { version, changed, renamed }.Count);
        Assert.Equal(version, VersionOfCopy());
    }

    [Fact]
    public void Project_WithALocalFeed_RestoresAndRuns()
    {
        var version = Pack("feed");
        _folder.Write("consumer/NuGet.config", $"""
            <configuration>
              <packageSources><add key="ristretto" value="{_folder["feed"]}" /></packageSources>
            </configuration>
            """);
        _folder.Write("consumer/Consumer.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Ristretto.Events" Version="{version}" />
                <PackageReference Include="Ristretto.Plots" Version="{version}" />
              </ItemGroup>
            </Project>
            """);
        _folder.Write("consumer/Program.cs", """
            var column = Ristretto.Columns.Arrays.Column.Of<float>([1, 2, 3]);
            System.Console.WriteLine($"{column.Length} values, {typeof(Ristretto.Columns.Arrays.Column<float>).Assembly.GetName().Name}");
            """);

        var run = ShellCommand.Run("dotnet", ["run", "--project", _folder["consumer"]], _folder["consumer"]).Succeeded();

        Assert.Equal("3 values, Ristretto.Columns", run.Output.Trim());
    }

    [Fact]
    public void SingleFiles_WithALocalFeed_RunWithoutUsings()
    {
        var version = Pack("feed");
        _folder.Write("NuGet.config", $"""
            <configuration>
              <packageSources><add key="ristretto" value="{_folder["feed"]}" /></packageSources>
            </configuration>
            """);
        foreach (var name in Tutorial.Names)
        {
            var tutorial = new Tutorial(name);
            _folder.Write(name, tutorial.Text.Replace("#:project ../src/Ristretto.Plots",
                $"#:package Ristretto.Events@{version}\n#:package Ristretto.Plots@{version}\n#:property PublishAot=false", StringComparison.Ordinal));

            Assert.Equal(tutorial.Expected, tutorial.Run(_folder, _folder[name]));
        }
    }

    [Fact]
    public void EventsPackage_Carries_TheGenerator()
    {
        var version = Pack("feed");
        using var package = ZipFile.OpenRead(_folder[$"feed/Ristretto.Events.{version}.nupkg"]);

        Assert.Contains("analyzers/dotnet/cs/Ristretto.Events.Generators.dll", package.Entries.Select(entry => entry.FullName));
    }

    private string Pack(string feed) => ShellCommand.Run(Repository.PathOf("scripts", "pack"), [_folder[feed]]).Succeeded().Output.Trim();

    private string VersionOfCopy() => ShellCommand.Run(_folder["scripts/content-version"], []).Succeeded().Output.Trim();

    private SortedDictionary<string, string> Contents(string feed) => new(Directory.GetFiles(_folder[feed])
        .ToDictionary(file => Path.GetFileName(file), file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))), StringComparer.Ordinal);
}
