using Ristretto.Bytes.Errors;
using Ristretto.Events.Engine.Costs;

namespace Ristretto.Cli.Running;

/// <summary>The file of <c>--profile</c>.</summary>
internal static class ProfileFile
{
    /// <summary>Makes sure, before the long work, that the file can be written.</summary>
    /// <exception cref="OutputException">Its folder is not there, or it is a folder itself.</exception>
    internal static void Check(string path)
    {
        if (Directory.Exists(path)) throw new OutputException(path, "this is a folder; --profile names a file, such as profile.json");
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path)))) throw OutputException.Of(path, new DirectoryNotFoundException());
    }

    /// <summary>Writes it.</summary>
    /// <exception cref="OutputException">It cannot be written.</exception>
    internal static void Write(RunProfile profile, string path, Action<string> note)
    {
        try
        {
            using var stream = File.Create(path);
            profile.Write(stream);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw OutputException.Of(path, error);
        }
        if (profile.Dropped > 0) note($"{path}: {profile.Spans} spans are kept and {profile.Dropped} left out; --max-events makes the run, and the profile, shorter");
    }
}
