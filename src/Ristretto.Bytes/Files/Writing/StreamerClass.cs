using System.Globalization;

namespace Ristretto.Bytes.Files.Writing;

/// <summary>One class of a TStreamerInfo list: version, checksum and members.</summary>
/// <param name="Name">The ROOT class.</param>
/// <param name="Version">fClassVersion.</param>
/// <param name="Checksum">fCheckSum, as ROOT computes it for this version.</param>
/// <param name="Members">The elements in order.</param>
internal sealed record StreamerClass(string Name, int Version, uint Checksum, IReadOnlyList<StreamerMember> Members)
{
    /// <summary>Base classes and the classes of members, by name.</summary>
    public IEnumerable<string> Uses => Members.Where(member => member.ClassName.Length > 0).Select(member => member.ClassName);

    /// <summary>Reads the compact form: members separated by blanks, <c>+Base</c>, <c>name:code</c>, <c>name:code=Type</c>, <c>name[counter]:code</c>.</summary>
    public static StreamerClass Of(string name, int version, uint checksum, string members) =>
        new(name, version, checksum, [.. members.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(StreamerMember.Of)]);
}

/// <summary>One element of a streamer info.</summary>
/// <param name="Name">Name of the member or of the base class.</param>
/// <param name="Code">fType.</param>
/// <param name="TypeName">fTypeName.</param>
/// <param name="Counter">For pointers to arrays: the member that holds the length; otherwise empty.</param>
/// <param name="ClassName">The class that the element brings along; otherwise empty.</param>
internal sealed record StreamerMember(string Name, int Code, string TypeName, string Counter, string ClassName)
{
    /// <summary>Whether the element is a base class.</summary>
    public bool IsBase => TypeName == "BASE";

    public static StreamerMember Of(string text)
    {
        if (text[0] == '+') return new StreamerMember(text[1..], text switch { "+TObject" => 66, "+TNamed" => 67, _ => 0 }, "BASE", "", text[1..]);
        var (name, rest) = (text[..text.IndexOf(':', StringComparison.Ordinal)], text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        var (code, type) = rest.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (rest[..at], rest[(at + 1)..]) : (rest, "");
        var number = int.Parse(code, CultureInfo.InvariantCulture);
        var counter = "";
        if (name.IndexOf('[', StringComparison.Ordinal) is > 0 and var bracket) (name, counter) = (name[..bracket], name[(bracket + 1)..^1]);
        return new StreamerMember(name, number, type.Length > 0 ? type : BasicName(number), counter, number is >= 61 and <= 64 ? type.TrimEnd('*') : "");
    }

    /// <summary>The size in memory that ROOT notes for the element, in bytes.</summary>
    public int Size => Code switch
    {
        1 or 11 or 18 => 1,
        2 or 12 => 2,
        3 or 5 or 6 or 13 or 15 or 19 => 4,
        4 or 8 or 9 or 14 or 16 or 17 => 8,
        > 40 and < 60 or 63 or 64 => 8,
        61 or 62 => TypeName switch { "TAxis" => 216, "TObjArray" => 64, "ROOT::TIOFeatures" => 1, _ => 24 },
        65 or 500 => 24,
        _ => 0,
    };

    private static string BasicName(int code) => code switch
    {
        1 => "char",
        2 => "short",
        3 or 6 => "int",
        4 => "long",
        5 => "float",
        8 => "double",
        11 => "unsigned char",
        12 => "unsigned short",
        13 or 15 => "unsigned int",
        9 => "Double32_t",
        16 => "Long64_t",
        17 => "ULong64_t",
        18 => "bool",
        19 => "Float16_t",
        41 => "char*",
        42 => "short*",
        43 => "int*",
        45 => "float*",
        48 => "double*",
        56 => "Long64_t*",
        65 => "TString",
        _ => throw new ArgumentOutOfRangeException(nameof(code), $"element type {code} has no name"),
    };
}
