using System.Globalization;
using System.Text.Json;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary>Compiles schemas in a project of its own and reads every column through the generated types.</summary>
internal static class TypedFile
{
    // Each property that reads a branch says so by an attribute; its values are counted and added up.
    private const string Reader = """
        using System.Collections;
        using System.Reflection;
        using Ristretto.Events.Batches;

        internal static class Reader
        {
            private static readonly SortedDictionary<string, (long Count, double Sum)> s_seen = new(StringComparer.Ordinal);

            internal static void Read(EventBatch batch)
            {
                lock (s_seen) Visit(batch);
            }

            internal static void Print(string file)
            {
                foreach (var (branch, (count, sum)) in s_seen) Console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{file}\t{branch}\t{count}\t{sum:R}"));
                s_seen.Clear();
            }

            private static void Visit(object owner)
            {
                foreach (var property in owner.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
                {
                    if (property.GetIndexParameters().Length > 0) continue;
                    if (property.GetCustomAttribute<ReadsBranchesAttribute>() is { } reads) Add(reads.Branches[0], property.GetValue(owner)!);
                    else if (typeof(ObjectCollection).IsAssignableFrom(property.PropertyType) || typeof(ColumnGroup).IsAssignableFrom(property.PropertyType))
                        Visit(property.GetValue(owner)!);
                }
            }

            private static void Add(string branch, dynamic column)
            {
                string type = column.GetType().Name;
                IEnumerable values = type.StartsWith("Nested") ? column.Inner.Flat.ToArray() : type.StartsWith("Jagged") ? column.Flat.ToArray() : column.ToArray();
                var (count, sum) = s_seen.GetValueOrDefault(branch);
                foreach (var value in values)
                {
                    count++;
                    var number = Convert.ToDouble(value);
                    if (!double.IsNaN(number)) sum += number;
                }
                s_seen[branch] = (count, sum);
            }
        }

        """;

    /// <summary>Reads files through the types made of them.</summary>
    /// <param name="folder">Where the project is made.</param>
    /// <param name="files">Files, of the first tree that schema takes.</param>
    /// <returns>Of each file the columns with the number and the sum of their values.</returns>
    internal static ILookup<string, (string Branch, long Count, double Sum)> Read(TemporaryFolder folder, params string[] files)
    {
        var program = new StringWriter();
        foreach (var (file, i) in files.Select((file, i) => (file, i)))
        {
            folder.Write($"typed/file{i}.schema", CliRun.Of("schema", file, "--name", $"File{i}", "--namespace", $"Typed{i}").Succeeded().Output);
            program.WriteLine($"Typed{i}.File{i}Batch.Open(\"{file}\").Run(Reader.Read);");
            program.WriteLine($"Reader.Print(\"{file}\");");
        }
        folder.Write("typed/Program.cs", program.ToString());
        folder.Write("typed/Reader.cs", Reader);
        folder.Write("typed/Typed.csproj", Project("*.schema"));
        return ShellCommand.Run("dotnet", ["run", "--project", folder["typed"]], folder.Path).Succeeded().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t')).ToLookup(cells => cells[0], cells => (cells[1], long.Parse(cells[2], CultureInfo.InvariantCulture), double.Parse(cells[3], CultureInfo.InvariantCulture)));
    }

    /// <summary>A project that uses the libraries as they were built for the tests.</summary>
    internal static string Project(string schemas)
    {
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/'));
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup>
                <Reference Include="{AppContext.BaseDirectory}Ristretto.*.dll" />
                <Analyzer Include="{Repository.PathOf("artifacts", "bin", "Ristretto.Events.Generators", configuration, "Ristretto.Events.Generators.dll")}" />
                <AdditionalFiles Include="{schemas}" />
              </ItemGroup>
            </Project>
            """;
    }

    /// <summary>What another program counted and added up in a tree, where it was right: by the part of the name behind the last <c>/</c>.</summary>
    internal static Dictionary<string, (long Count, double Sum)> Key(string file, string tree)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(SharedData.Path("root", "expected", $"{file}.json")));
        var key = new Dictionary<string, (long, double)>(StringComparer.Ordinal);
        var table = json.RootElement.GetProperty("objects").EnumerateArray().Single(found => found.GetProperty("path").GetString() == tree);
        foreach (var column in table.GetProperty("columns").EnumerateArray())
        {
            if (!column.TryGetProperty("sum", out var sum) || sum.ValueKind != JsonValueKind.Number) continue;
            var name = column.GetProperty("name").GetString()!;
            if (ReferenceMistakes.Contains(file, name)) continue;
            key.TryAdd(name[(name.LastIndexOf('/') + 1)..], (column.GetProperty("n").GetInt64(), sum.GetDouble()));
        }
        return key;
    }
}
