using System.Globalization;
using Ristretto.Bytes.Errors;

namespace Ristretto.Bytes.Sources.Xrootd;

/// <summary>A key of a key table for authentication <c>sss</c>.</summary>
/// <param name="Id">Number of the key.</param>
/// <param name="Secret">The key.</param>
/// <param name="User">The user it stands for.</param>
internal sealed record SssKey(long Id, byte[] Secret, string User);

/// <summary>Reads key tables as <c>xrdsssadmin</c> writes them: lines such as <c>0 u:user g:group n:name N:id c:created e:expires f:options k:hex</c>.</summary>
internal static class SssKeytab
{
    /// <summary>The named table, or the one in the home folder; null when there is none.</summary>
    internal static string? Find(string? named)
    {
        if (named is not null) return named;
        var home = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".xrd", "sss.keytab");
        return File.Exists(home) ? home : null;
    }

    /// <summary>The key of a table that was made last.</summary>
    /// <exception cref="SourceException">The table cannot be read or has no key.</exception>
    internal static SssKey Read(string path)
    {
        try
        {
            return File.ReadLines(path).Select(Parse).Where(entry => entry.Key is not null).MaxBy(entry => entry.Created).Key
                ?? throw new SourceException(path, "has no key; xrdsssadmin makes key tables");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SourceException(path, $"the key table cannot be read: {e.Message}", innerException: e);
        }
    }

    private static (long Created, SssKey? Key) Parse(string line)
    {
        var (created, id, user, secret) = (0L, (long?)null, "", Array.Empty<byte>());
        foreach (var field in line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(field => field.Length > 2 && field[1] == ':'))
        {
            var value = field[2..];
            switch (field[0])
            {
                case 'c': _ = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out created); break;
                case 'N': id = long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null; break;
                case 'u': user = value; break;
                case 'k': secret = value.Length % 2 == 0 && value.All(char.IsAsciiHexDigit) ? Convert.FromHexString(value) : []; break;
                default: break;
            }
        }
        return id is { } known && secret.Length > 0 ? (created, new SssKey(known, secret, user)) : default;
    }
}
