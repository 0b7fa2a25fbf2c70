using Ristretto.Benchmarks;

if (args is not ["hh4b", ..])
{
    Console.Error.WriteLine("usage: benchmarks hh4b [rounds]      (RISTRETTO_DATA names the folder with the samples)");
    return 1;
}
var data = Environment.GetEnvironmentVariable("RISTRETTO_DATA");
if (string.IsNullOrEmpty(data))
{
    Console.Error.WriteLine("benchmarks: set RISTRETTO_DATA to the folder that holds samples/fileset.json");
    return 1;
}
return HH4bBenchmark.Run(data, args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 9);
