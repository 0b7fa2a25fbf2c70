using Ristretto.Fuzz;
using Ristretto.Fuzz.Running;

try
{
    var options = FuzzOptions.Parse(args);
    if (options.WantsHelp)
    {
        Console.Out.WriteLine(FuzzOptions.Help);
        return 0;
    }
    return options.Work is null ? new FuzzRun(options, Console.Out, Console.Error).Run() : new Worker(options, Console.Out).Run();
}
catch (FormatException error)
{
    Console.Error.WriteLine($"ristretto-fuzz: {error.Message}; see ristretto-fuzz --help");
    return 2;
}
