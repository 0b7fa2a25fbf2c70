using Ristretto.Benchmarks;
using Ristretto.Benchmarks.Patterns;

if (args is ["write", ..]) return WriteBenchmark.Run(args is [_, var given, ..] ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture) : 9, args[Math.Min(2, args.Length)..]);
if (args is ["patterns", ..])
    return PatternBenchmark.Run(args is [_, var times, ..] ? int.Parse(times, System.Globalization.CultureInfo.InvariantCulture) : 9, args is [_, _, var page, ..] ? page : null);
if (args is ["formats", ..])
    return AdlFormatsBenchmark.Run(args is [_, var repeats, ..] ? int.Parse(repeats, System.Globalization.CultureInfo.InvariantCulture) : 5, args is [_, _, var codec, ..] ? codec : null);
if (args is not ["hh4b" or "adl" or "tiles" or "profile" or "ntuple" or "systematics" or "tree" or "merge" or "local-read", ..])
{
    Console.Error.WriteLine("usage: benchmarks hh4b [rounds] | adl [rounds [query]] | systematics [rounds] | tiles [rounds] | ntuple [rounds] | tree [rounds] | merge [rounds] | local-read [rounds] | profile [histograms]      (RISTRETTO_DATA names the folder with the samples)\n       benchmarks write [rounds] [codec:level…] | patterns [rounds [name]] | formats [rounds [codec]]");
    return 1;
}
var data = Environment.GetEnvironmentVariable("RISTRETTO_DATA");
if (string.IsNullOrEmpty(data))
{
    Console.Error.WriteLine("benchmarks: set RISTRETTO_DATA to the folder that holds samples/fileset.json");
    return 1;
}
if (args[0] == "profile") return HH4bBenchmark.Repeat(data, histograms: args is [_, "histograms"]);
var rounds = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 9;
if (args[0] == "local-read") return LocalReadBenchmark.Run(data, rounds);
if (args[0] == "tree") return TreeBenchmark.Run(data, rounds);
if (args[0] == "merge") return MergeBenchmark.Run(data, rounds);
if (args[0] == "systematics") return SystematicsBenchmark.Run(data, rounds);
if (args[0] == "adl") return AdlBenchmark.Run(data, rounds, args is [_, _, var query, ..] ? query : null);
if (args[0] == "ntuple") return NTupleBenchmark.Run(data, rounds);
return args[0] == "tiles" ? HH4bBenchmark.Tiles(data, rounds) : HH4bBenchmark.Run(data, rounds);
