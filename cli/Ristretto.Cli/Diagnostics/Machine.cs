using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Ristretto.Cli.Rendering;

namespace Ristretto.Cli.Diagnostics;

/// <summary>.NET, operating system, processor and memory.</summary>
internal static class Machine
{
    private const long LittleMemory = 1L << 30;

    internal static IEnumerable<Finding> Check()
    {
        yield return new Finding(".NET", Verdict.Good, $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}");
        yield return new Finding("system", Verdict.Good, RuntimeInformation.OSDescription);
        yield return Processor();
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        yield return memory < LittleMemory
            ? new Finding("memory", Verdict.Note, $"{Quantity.Memory(memory)} for this process", "run with --memory 500MB or less")
            : new Finding("memory", Verdict.Good, $"{Quantity.Memory(memory)} for this process");
    }

    private static Finding Processor()
    {
        string[] features =
        [
            .. Feature("AVX-512", Avx512F.IsSupported), .. Feature("AVX2", Avx2.IsSupported), .. Feature("FMA", Fma.IsSupported),
            .. Feature("BMI2", Bmi2.IsSupported), .. Feature("NEON", AdvSimd.IsSupported),
        ];
        var found = $"{Name()}{Quantity.Count(Environment.ProcessorCount, "core", "cores")}, vectors of {8 * Vector<byte>.Count} bits"
            + (features.Length == 0 ? "" : $" ({string.Join(", ", features)})");
        return Vector.IsHardwareAccelerated
            ? new Finding("processor", Verdict.Good, found)
            : new Finding("processor", Verdict.Note, found, "without vector instructions everything works, several times slower; look for DOTNET_EnableHWIntrinsic in the environment");
    }

    private static IEnumerable<string> Feature(string name, bool isThere) => isThere ? [name] : [];

    private static string Name()
    {
        const string file = "/proc/cpuinfo";
        if (!File.Exists(file)) return "";
        var line = File.ReadLines(file).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal));
        return line is null ? "" : $"{line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()}, ";
    }
}
