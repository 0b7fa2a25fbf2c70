using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.Files;

/// <content>Profiles by name.</content>
public sealed partial class RootFile
{
    /// <summary>Reads a profile of class TProfile, TProfile2D or TProfile3D.</summary>
    /// <param name="path">Name, path <c>folder/name</c>, or with cycle <c>name;2</c>; without a cycle the highest.</param>
    /// <exception cref="SchemaException">There is no such profile; names the nearest.</exception>
    /// <exception cref="RootFormatException">The record is damaged.</exception>
    public ProfileRecord GetProfile(string path)
    {
        var key = Find(path) ?? throw new SchemaException(Path, $"has no profile {path}{NearestNames.Hint(path, ProfilePaths())}");
        if (!ProfileRecord.IsProfile(key.ClassName)) throw new SchemaException(Path, $"{path} is a {key.ClassName}, not a profile{NearestNames.Hint(path, ProfilePaths())}");
        return GetProfile(path, key);
    }

    /// <summary>Reads the profile of a key, whose path is for errors.</summary>
    /// <exception cref="RootFormatException">The record is damaged, or of another class.</exception>
    public ProfileRecord GetProfile(string path, KeyRecord key) => ProfileRecord.Decode(key.ClassName, ReadPayload(key), key.KeyBytes, Origin(path, key));

    private IEnumerable<string> ProfilePaths() => AllKeys().Where(entry => ProfileRecord.IsProfile(entry.Key.ClassName)).Select(entry => entry.Path);
}
