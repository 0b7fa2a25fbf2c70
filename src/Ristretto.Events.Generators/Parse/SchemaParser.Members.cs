using System.Globalization;
using Ristretto.Events.Generators.Model;

namespace Ristretto.Events.Generators.Parse;

// The indented lines: columns, links and bits.
internal sealed partial class SchemaParser
{
    private void ReadMember(Line line)
    {
        switch (_section.Kind)
        {
            case SectionKind.Ignored: return;
            case SectionKind.None:
                Report(Descriptors.Malformed, line, line.Whole, "an indented line belongs to scalars, a group or a collection above it");
                return;
        }
        if (_section.Kind == SectionKind.Collection && line[0].Text == "link") ReadLink(line);
        else if (_section.Kind == SectionKind.Collection && line[0].Text == "bit") ReadBit(line);
        else ReadColumn(line);
    }

    private void ReadColumn(Line line)
    {
        if (line.Count < 4)
        {
            Report(Descriptors.Malformed, line, line.Whole, "expected 'BRANCH TYPE VERSIONS UNIT what it is' with '-' for no unit");
            return;
        }
        var (name, branch) = Given.Of(line[0].Text);
        var member = Member(line, name, branch);
        var type = ReadType(line, branch, out var counter, out var isNested);
        var versions = ReadVersions(line);
        if (member is null || type is null || versions is null) return;
        if (_lineOfBranch.TryGetValue(branch, out var first))
        {
            Report(Descriptors.DuplicateBranch, line, line[0], $"{branch} is declared on line {first + 1} already");
            return;
        }
        _lineOfBranch.Add(branch, line.Number);
        var unit = line[3].Text == "-" ? null : line[3].Text;
        var column = new ColumnModel(_columns.Count, branch, member, type, counter, versions, unit, line.Count > 4 ? line.From(4) : $"what {branch} holds", isNested);
        if (_section.Kind == SectionKind.Scalars) ClaimOfBatchColumn(line, member);
        else Claim(_section.LineOfName, line, line[0], member);
        _columns.Add(column);
        _section.Columns.Add(column);
    }

    private void ClaimOfBatchColumn(Line line, string member)
    {
        if (!Identifiers.IsIdentifier(member)) Report(Descriptors.Malformed, line, line[0], $"'{line[0].Text}' makes no name that C# allows; write Other=NAME for another one");
        else Claim(_lineOfBatchName, line, line[0], member);
    }

    /// <summary>The name in C#; null when the branch does not belong here.</summary>
    private string? Member(Line line, string? given, string branch)
    {
        if (_section.Kind == SectionKind.Scalars) return Naming.OfScalar(given ?? branch, _batch ?? "", _event ?? "");
        if (!branch.StartsWith(_section.Prefix, StringComparison.Ordinal) || branch.Length == _section.Prefix.Length)
        {
            Report(Descriptors.WrongPrefix, line, line[0], $"{branch} does not start with {_section.Prefix}");
            return null;
        }
        var member = given ?? branch.Substring(_section.Prefix.Length);
        var name = _section.Kind == SectionKind.Group
            ? Naming.OfGroupColumn(member, _section.Name, _section.Name + "Columns")
            : Naming.OfObjectColumn(member, _section.Name, _section.Objects);
        if (Identifiers.IsIdentifier(name)) return name;
        Report(Descriptors.Malformed, line, line[0], $"'{branch}' makes no name that C# allows; write Other=NAME for another one");
        return null;
    }

    // TYPE, and behind it one or two pairs of brackets: of lists that belong to no collection the first may name what counts them.
    private Model.ValueType? ReadType(Line line, string branch, out string? counter, out bool isNested)
    {
        var word = line[1].Text;
        var bracket = word.IndexOf('[');
        var (keyword, lists) = bracket > 0 ? (word.Substring(0, bracket), word.Substring(bracket)) : (word, "");
        bool isKnown;
        if (_section.Kind == SectionKind.Collection)
        {
            (counter, isNested) = (_section.Counter, lists == "[]");
            isKnown = isNested || lists.Length == 0;
        }
        else
        {
            var end = lists.IndexOf(']');
            var (named, rest) = end > 0 ? (lists.Substring(1, end - 1), lists.Substring(end + 1)) : ("", lists);
            (counter, isNested) = (end < 0 ? null : named.Length > 0 ? named : branch, rest == "[]");
            isKnown = (isNested || rest.Length == 0) && (named.Length == 0 || _section.Kind == SectionKind.Scalars);
        }
        if (isKnown && Model.ValueType.Find(keyword) is { } type && !(lists.Length > 0 && type.IsBool)) return type;
        var known = string.Join(", ", Model.ValueType.Known.Select(known => known.Keyword));
        var more = _section.Kind == SectionKind.Collection ? "with [] behind it for a list of numbers per object" : "with [] behind it for a list of numbers, [][] for a list of lists, among the scalars also [COUNTER]";
        Report(Descriptors.UnknownType, line, line[1], $"unknown type '{word}'; known: {known}; {more}");
        return null;
    }

    private string? ReadVersions(Line line)
    {
        var versions = line[2].Text.Split(',');
        var unknown = versions.FirstOrDefault(version => !_versions.Contains(version));
        if (unknown is null) return string.Join(" ", versions);
        Report(Descriptors.UnknownVersion, line, line[2], $"unknown version '{unknown}'; the line 'versions' names {string.Join(", ", _versions)}");
        return null;
    }

    private void ReadLink(Line line)
    {
        if (line.Count != 4 || !Identifiers.IsIdentifier(line[1].Text))
        {
            Report(Descriptors.Malformed, line, line.Whole, "expected 'link NAME BRANCH COLLECTION'");
            return;
        }
        if (FindInteger(line) is not { } column) return;
        var link = new LinkModel(line[1].Text, column, PascalCase.Of(line[3].Text));
        _section.Links.Add(link);
        _linksToCheck.Add((line, link));
        ClaimBehaviour(line);
    }

    private void ReadBit(Line line)
    {
        if (line.Count < 4 || !Identifiers.IsIdentifier(line[1].Text) || !int.TryParse(line[3].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var bit) || bit > 31)
        {
            Report(Descriptors.Malformed, line, line.Whole, "expected 'bit NAME BRANCH NUMBER' with a number from 0 to 31");
            return;
        }
        if (FindInteger(line) is not { } column) return;
        _section.Bits.Add(new BitModel(line[1].Text, column, bit));
        ClaimBehaviour(line);
    }

    /// <summary>The int column that the third word names, which must stand above.</summary>
    private ColumnModel? FindInteger(Line line)
    {
        var column = _section.Columns.FirstOrDefault(known => known.Branch == line[2].Text);
        if (column is { Type.Keyword: "int", IsNested: false }) return column;
        Report(Descriptors.Dangling, line, line[2], column is null
            ? $"{line[2].Text} is no column of {_section.Name} above this line"
            : $"{line[2].Text} is of type {column.Type.Keyword}; links and bits need an int");
        return null;
    }

    private void ClaimBehaviour(Line line)
    {
        var name = line[1].Text;
        var isTaken = name is "Index" or "Exists" or "P4" or "Directions" || name == _section.Objects || name == _section.Name
            || Naming.OfObjectColumn(name, "", "") != name;
        if (isTaken) Report(Descriptors.DuplicateName, line, line[1], $"the name {name} is taken by every collection");
        else if (!_section.Columns.Any(column => column.Name == name)) Claim(_section.LineOfName, line, line[1], name);
    }
}
