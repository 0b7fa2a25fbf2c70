using System.Security;
using Ristretto.Bytes.Errors;

namespace Ristretto.Cli.Projects;

/// <summary>A folder with an analysis to begin with: it fills a first histogram, and its user writes on from there.</summary>
/// <param name="Folder">The folder: that of a project must not exist; empty for the one at hand.</param>
/// <param name="Feed">Where the libraries come from.</param>
/// <param name="Data">A file to begin with; null for one that is named when the analysis is run.</param>
internal sealed record AnalysisProject(string Folder, PackageFeed Feed, string? Data)
{
    private string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(Folder)));

    /// <summary>Writes a project: folder, project file, program, notes.</summary>
    /// <returns>The names of the files.</returns>
    /// <exception cref="OutputException">The folder exists already, or cannot be written.</exception>
    internal IReadOnlyList<string> Write()
    {
        if (Directory.Exists(Folder) || File.Exists(Folder)) throw new OutputException(Folder, "exists already; choose another name");
        return Write([
            ($"{Name}.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <OutputType>Exe</OutputType>
                    <TargetFramework>net10.0</TargetFramework>
                    <Nullable>enable</Nullable>
                    <ImplicitUsings>enable</ImplicitUsings>
                    <InvariantGlobalization>true</InvariantGlobalization>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="Ristretto.Events" Version="{Feed.Version}" />
                    <PackageReference Include="Ristretto.Plots" Version="{Feed.Version}" />
                  </ItemGroup>
                </Project>
                """),
            ("NuGet.config", NuGetConfig),
            ("Program.cs", Program),
            (".gitignore", "bin/\nobj/\n*.svg"),
            ("README.md", $"""
                # {Name}

                ```console
                $ dotnet run -c Release -- {(Data is null ? "FILE.root" : "[FILE.root …]")}
                ```

                fills a histogram of jets and draws it as `jets.svg`. `Program.cs` is all there is of it. The libraries are packages of the folder that `NuGet.config` names.
                """),
        ]);
    }

    /// <summary>Writes a single file that runs without a project, and beside it where the libraries come from.</summary>
    /// <returns>The names of the files.</returns>
    /// <exception cref="OutputException">One of them exists already, or cannot be written.</exception>
    internal IReadOnlyList<string> WriteSingleFile(string name)
    {
        foreach (var file in (string[])[name, "NuGet.config"])
            if (File.Exists(Path.Combine(Folder, file))) throw new OutputException(Path.Combine(Folder, file), "exists already; choose another name or folder");
        return Write([
            (name, $"""
                #:package Ristretto.Events@{Feed.Version}
                #:package Ristretto.Plots@{Feed.Version}
                #:property PublishAot=false

                {Program}
                """),
            ("NuGet.config", NuGetConfig),
        ]);
    }

    private string NuGetConfig => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <configuration>
          <packageSources>
            <add key="ristretto" value="{SecurityElement.Escape(Feed.Folder)}" />
          </packageSources>
        </configuration>
        """;

    private string Program => $$"""
        // A first histogram: the jets of events that have four of them.
        {{(Data is null
            ? """
              if (args.Length == 0)
              {
                  Console.Error.WriteLine("which file? dotnet run … -- FILE.root");
                  return 1;
              }
              var files = args;
              """
            : $"string[] files = args.Length > 0 ? args : [@\"{Data.Replace("\"", "\"\"", StringComparison.Ordinal)}\"];")}}
        var jets = Histogram.Regular("jet pT", 60, 0, 300).Label("p_{T} [GeV]");

        Nano.Open(files).Run(ev =>
        {
            var good = ev.Jet[ev.Jet.Pt > 30 & Abs(ev.Jet.Eta) < 2.4];
            jets.Fill(good.Pt[good.Count >= 4]);
        });

        jets.Plot().Save("jets.svg");
        Console.WriteLine($"{jets.Entries} jets, {jets.Sum(flow: false)} of them in jets.svg");
        return 0;
        """;

    private IReadOnlyList<string> Write(IReadOnlyList<(string Name, string Text)> files)
    {
        try
        {
            Directory.CreateDirectory(Path.GetFullPath(Folder.Length > 0 ? Folder : "."));
            foreach (var (name, text) in files) File.WriteAllText(Path.Combine(Folder, name), text.ReplaceLineEndings("\n") + "\n");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(Folder, e.Message);
        }
        return [.. files.Select(file => file.Name)];
    }
}
