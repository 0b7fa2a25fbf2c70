using System.Text.Json.Nodes;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;

namespace Ristretto.Cli.Summaries;

/// <summary>Chooses the summary that fits an object's class.</summary>
internal static class ObjectSummaries
{
    /// <summary>The summary of the object of a key; values are read later.</summary>
    /// <exception cref="Bytes.Errors.RistrettoException">What the object says about itself is damaged.</exception>
    internal static ObjectSummary Of(RootFile file, string path, KeyRecord key, DecodeContext context)
    {
        if (RootFile.IsTree(key)) return new TreeSummary(path, file.GetTree($"{path};{key.Cycle}"), context);
        if (RootFile.IsNTuple(key)) return new NTupleSummary(path, file.GetNTuple($"{path};{key.Cycle}"), context);
        if (key.ClassName == "ROOT::Experimental::RNTuple") return new PlainSummary(path, key, () => throw Refusal(file, path, key));
        return new PlainSummary(path, key, () => ObjectFields.Describes(key.ClassName) ? Fields(file, path, key) : []);
    }

    private static RootFormatException Refusal(RootFile file, string path, KeyRecord key) =>
        new(file.Path, path, key.SeekKey, "an RNTuple of the experimental format of ROOT before 6.34, which is not supported");

    /// <summary>The summaries of all objects of a file: by path as bytes, then by cycle.</summary>
    internal static IReadOnlyList<ObjectSummary> OfAll(RootFile file, DecodeContext context) =>
        [.. file.AllKeys().OrderBy(entry => entry.Path, Utf8Order.Instance).ThenBy(entry => entry.Key.Cycle).Select(entry => Of(file, entry.Path, entry.Key, context))];

    private static JsonObject Fields(RootFile file, string path, KeyRecord key)
    {
        var record = file.ReadObject(path, key);
        try
        {
            return ObjectFields.Of(record);
        }
        catch (ArgumentException error)
        {
            // The members are those that the file's own description of the class has.
            throw new RootFormatException(file.Path, path, null, $"its class is described otherwise than a {key.ClassName} is: {error.Message.Split(" (Parameter")[0]}", error);
        }
    }
}
