using System.CommandLine;
using Ristretto.Bytes.Codecs.Writing;

namespace Ristretto.Cli.Conventions;

/// <summary>Options that mean the same in every command.</summary>
internal static class CommonOptions
{
    /// <summary><c>--json</c>.</summary>
    internal static Option<bool> Json() => new("--json") { Description = "Print one JSON document instead of text." };

    /// <summary><c>--recover</c>.</summary>
    internal static Option<bool> Recover() => new("--recover") { Description = "Search a file that was not closed, or is cut off, for whole objects." };

    /// <summary><c>--memory</c>.</summary>
    internal static Option<string?> Memory() => new("--memory") { Description = "Memory that the program may take, such as 500MB. [default: 2GiB]" };

    /// <summary><c>--codec</c>.</summary>
    /// <param name="otherwise">What happens without it.</param>
    internal static Option<string?> Codec(string otherwise = "zstd:5 if not given.") => new("--codec") { Description = $"zstd:5, lz4:4, zlib:1, lzma:7 or none, with levels from 1 to 9; {otherwise}" };

    /// <summary>The codec that <see cref="Codec"/> names; null when it is not given.</summary>
    /// <exception cref="UsageException">There is none of that name.</exception>
    internal static Compression? CodecOf(string? text) =>
        text is null ? null
        : Compression.TryParse(text, out var compression) ? compression
        : throw new UsageException($"--codec {text}: there are zstd, lz4, zlib, lzma and none, with levels such as zstd:5");

    /// <summary><c>--to</c>.</summary>
    /// <param name="otherwise">What happens without it; empty when it is needed.</param>
    internal static Option<string?> To(string otherwise) => new("--to") { Description = $"ttree or rntuple{otherwise}.", Required = otherwise.Length == 0 };

    /// <summary>Whether <see cref="To"/>, or an option of another name, names RNTuples; null when it is not given.</summary>
    /// <exception cref="UsageException">It names neither.</exception>
    internal static bool? IsNTuple(string? text, string option = "--to") => text switch
    {
        null => null,
        "ttree" => false,
        "rntuple" => true,
        _ => throw new UsageException($"{option} is \"{text}\"; it takes ttree or rntuple"),
    };

    /// <summary><c>--jobs</c>.</summary>
    internal static Option<int> Jobs() => new("--jobs") { Description = "Threads; all processors if not given. The output does not depend on it." };

    /// <summary>The threads that <see cref="Jobs"/> asks for; 0 for all processors.</summary>
    /// <exception cref="UsageException">It is negative.</exception>
    internal static int JobsOf(int jobs) => jobs >= 0 ? jobs : throw new UsageException($"--jobs {jobs}: at least one thread, or 0 for all processors");
}
