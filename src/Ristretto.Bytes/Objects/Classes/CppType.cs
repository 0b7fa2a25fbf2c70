using Ristretto.Bytes.Trees;

namespace Ristretto.Bytes.Objects.Classes;

/// <summary>A type as C++ writes it, taken apart: a name, template arguments, and whether it is a pointer.</summary>
/// <param name="Name">Name without arguments, without <c>std::</c>; typedefs of numbers replaced.</param>
/// <param name="Arguments">Template arguments; allocators, comparators and hashes of containers left out.</param>
/// <param name="IsPointer">Whether it ends in a star.</param>
internal sealed record CppType(string Name, IReadOnlyList<CppType> Arguments, bool IsPointer)
{
    private static readonly Dictionary<string, string> s_synonyms = new(StringComparer.Ordinal)
    {
        ["Char_t"] = "char",
        ["signed char"] = "char",
        ["int8_t"] = "char",
        ["Int8_t"] = "char",
        ["UChar_t"] = "unsigned char",
        ["uint8_t"] = "unsigned char",
        ["UInt8_t"] = "unsigned char",
        ["Byte_t"] = "unsigned char",
        ["byte"] = "unsigned char",
        ["Short_t"] = "short",
        ["short int"] = "short",
        ["int16_t"] = "short",
        ["Version_t"] = "short",
        ["Color_t"] = "short",
        ["Style_t"] = "short",
        ["Width_t"] = "short",
        ["Font_t"] = "short",
        ["UShort_t"] = "unsigned short",
        ["short unsigned int"] = "unsigned short",
        ["unsigned short int"] = "unsigned short",
        ["uint16_t"] = "unsigned short",
        ["Int_t"] = "int",
        ["int32_t"] = "int",
        ["signed"] = "int",
        ["signed int"] = "int",
        ["UInt_t"] = "unsigned int",
        ["unsigned"] = "unsigned int",
        ["uint32_t"] = "unsigned int",
        ["Long_t"] = "long",
        ["long int"] = "long",
        ["ULong_t"] = "unsigned long",
        ["long unsigned int"] = "unsigned long",
        ["unsigned long int"] = "unsigned long",
        ["size_t"] = "unsigned long",
        ["Long64_t"] = "Long64_t",
        ["long long"] = "Long64_t",
        ["long long int"] = "Long64_t",
        ["int64_t"] = "Long64_t",
        ["ULong64_t"] = "ULong64_t",
        ["unsigned long long"] = "ULong64_t",
        ["long long unsigned int"] = "ULong64_t",
        ["unsigned long long int"] = "ULong64_t",
        ["uint64_t"] = "ULong64_t",
        ["Float_t"] = "float",
        ["Size_t"] = "float",
        ["Real_t"] = "float",
        ["Coord_t"] = "double",
        ["Angle_t"] = "float",
        ["Double_t"] = "double",
        ["Stat_t"] = "double",
        ["Axis_t"] = "double",
        ["Bool_t"] = "bool",
        ["basic_string<char>"] = "string",
    };

    /// <summary>The number that the name stands for; null when it is none.</summary>
    public LeafType? Number => IsPointer || Arguments.Count > 0 ? null : Name switch
    {
        "bool" => LeafType.Bool,
        "char" => LeafType.Int8,
        "unsigned char" => LeafType.UInt8,
        "short" => LeafType.Int16,
        "unsigned short" => LeafType.UInt16,
        "int" => LeafType.Int32,
        "unsigned int" => LeafType.UInt32,
        "long" or "Long64_t" => LeafType.Int64,
        "unsigned long" or "ULong64_t" => LeafType.UInt64,
        "float" => LeafType.Float,
        "double" => LeafType.Double,
        _ => null,
    };

    /// <summary>Whether it is a container of one type of item.</summary>
    public bool IsSequence => !IsPointer && Arguments.Count == 1 && Name is "vector" or "list" or "deque" or "set" or "multiset" or "unordered_set" or "unordered_multiset" or "forward_list" or "ROOT::VecOps::RVec" or "ROOT::RVec" or "RVec";

    /// <summary>Whether it maps keys to values.</summary>
    public bool IsMap => !IsPointer && Arguments.Count == 2 && Name is "map" or "multimap" or "unordered_map" or "unordered_multimap";

    /// <summary>Whether its elements have no order of their own.</summary>
    public bool IsUnordered => Name.StartsWith("unordered_", StringComparison.Ordinal);

    /// <summary>Whether it is <c>pair&lt;A,B&gt;</c>.</summary>
    public bool IsPair => !IsPointer && Arguments.Count == 2 && Name == "pair";

    /// <summary>Whether ROOT treats it as a collection.</summary>
    public bool IsCollection => IsSequence || IsMap || (Name == "bitset" && !IsPointer);

    /// <summary>One spelling for all ways to write the type.</summary>
    public override string ToString() => Name + (Arguments.Count == 0 ? "" : $"<{string.Join(',', Arguments)}>") + (IsPointer ? "*" : "");

    /// <summary>One spelling for all ways to write a type.</summary>
    public static string Normalize(string text) => text.AsSpan().IndexOfAny("<> *:") < 0 && !s_synonyms.ContainsKey(text) ? text : Parse(text).ToString();

    /// <summary>Takes a type apart. Text that makes no sense is taken for a name.</summary>
    public static CppType Parse(string text)
    {
        var at = 0;
        var type = Parse(text, ref at, 0);
        return at == text.Length ? type : new CppType(text, [], false);
    }

    private static CppType Parse(string text, ref int at, int depth)
    {
        var start = at;
        while (at < text.Length && text[at] is not ('<' or '>' or ',' or '*' or '&')) at++;
        var name = text[start..at].Trim();
        var arguments = new List<CppType>();
        if (at < text.Length && text[at] == '<' && depth < 32)
        {
            do
            {
                at++;
                arguments.Add(Parse(text, ref at, depth + 1));
            }
            while (at < text.Length && text[at] == ',');
            if (at < text.Length && text[at] == '>') at++;
            // What follows the arguments belongs to the name: vector<T>::value_type, or const.
            var rest = at;
            while (at < text.Length && text[at] is not ('<' or '>' or ',' or '*' or '&')) at++;
            var suffix = text[rest..at].Trim();
            if (suffix.StartsWith("::", StringComparison.Ordinal)) return new CppType($"{Clean(name)}<{string.Join(',', arguments)}>{suffix}", [], IsStar(text, ref at));
        }
        var clean = Clean(name);
        return new CppType(clean, Relevant(clean, arguments), IsStar(text, ref at));
    }

    private static bool IsStar(string text, ref int at)
    {
        var isPointer = false;
        while (at < text.Length && text[at] is '*' or '&' or ' ') isPointer |= text[at++] == '*';
        if (at < text.Length && text.AsSpan(at).StartsWith("const", StringComparison.Ordinal)) at += 5;
        return isPointer;
    }

    private static string Clean(string name)
    {
        if (name.StartsWith("const ", StringComparison.Ordinal)) name = name[6..].Trim();
        if (name.EndsWith(" const", StringComparison.Ordinal)) name = name[..^6].Trim();
        foreach (var prefix in (ReadOnlySpan<string>)["class ", "struct ", "enum "])
            if (name.StartsWith(prefix, StringComparison.Ordinal)) name = name[prefix.Length..].Trim();
        if (name.StartsWith("std::", StringComparison.Ordinal)) name = name[5..];
        foreach (var inline in (ReadOnlySpan<string>)["__1::", "__cxx11::"])
            if (name.StartsWith(inline, StringComparison.Ordinal)) name = name[inline.Length..];
        return s_synonyms.GetValueOrDefault(name, name);
    }

    private static List<CppType> Relevant(string name, List<CppType> arguments)
    {
        var most = name switch
        {
            "vector" or "list" or "deque" or "set" or "multiset" or "unordered_set" or "unordered_multiset" or "forward_list" or "RVec" or "ROOT::VecOps::RVec" or "unique_ptr" => 1,
            "map" or "multimap" or "unordered_map" or "unordered_multimap" => 2,
            _ => int.MaxValue,
        };
        if (arguments.Count > most) arguments.RemoveRange(most, arguments.Count - most);
        return arguments;
    }
}
