using System.Globalization;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Objects.Values;

namespace Ristretto.Bytes.Objects;

/// <summary>An object of any class as it stands in a file: its members by name, those of its base classes among them.</summary>
/// <remarks>Numbers, strings and arrays are taken with <see cref="Get{T}"/> and <see cref="GetArray{T}"/>, nested objects with <see cref="GetObject"/> and
/// <see cref="GetObjects"/>. ROOT's collections have their objects in <see cref="Items"/>.
/// <code>
/// var graph = file.ReadObject("scan");
/// double[] x = graph.GetArray&lt;double&gt;("fX");
/// string title = graph.Get&lt;string&gt;("fTitle");
/// </code></remarks>
public sealed partial class ObjectRecord
{
    private readonly ValueBuffer? _values;
    private readonly int _index;

    internal ObjectRecord(string className, ValueBuffer values, int index) => (ClassName, _values, _index) = (className, values, index);

    private ObjectRecord(string className, string reason) => (ClassName, UnreadReason) = (className, reason);

    /// <summary>The object's class.</summary>
    public string ClassName { get; }

    /// <summary>Class version in the file; 0 for classes without one and for collections.</summary>
    public int ClassVersion => (_values as RecordBuffer)?.Version ?? 0;

    /// <summary>Why the object was passed unread; null when it was read.</summary>
    public string? UnreadReason { get; }

    /// <summary>Names of all members in stored order, those of base classes first. A value that is no object with members, such as a string under a key, has the one member <c>value</c>.</summary>
    public IReadOnlyList<string> Names => _values is RecordBuffer record ? [.. record.AllMembers().Select(member => member.Name)] : _values is null ? [] : ["value"];

    /// <summary>fName, where the object has one; of a TObjString the string itself.</summary>
    public string? Name => TextOrNull("fName") ?? (ClassName == "TObjString" ? TextOrNull("fString") : null);

    /// <summary>fTitle, where the object has one.</summary>
    public string? Title => TextOrNull("fTitle");

    /// <summary>The objects of a TList, TObjArray or TClonesArray in order, null where a place is empty; the keys of a TMap. Empty for other classes.</summary>
    public IReadOnlyList<ObjectRecord?> Items => Find("fItems") is ListBuffer ? GetObjects("fItems") : [];

    /// <summary>Whether there is a member of that name.</summary>
    public bool Has(string member) => Find(member) is not null;

    /// <summary>A number, an answer or a string. Numbers are converted to <typeparamref name="T"/>.</summary>
    /// <typeparam name="T">A number, <c>bool</c> or <c>string</c>.</typeparam>
    /// <param name="member">Name of the member.</param>
    /// <exception cref="ArgumentException">There is no such member, or it cannot be converted; names the nearest.</exception>
    public T Get<T>(string member) => Required(member) switch
    {
        NumberBuffer numbers => Convert<T>(numbers.Value(_index), member),
        TextBuffer texts when typeof(T) == typeof(string) => (T)(object)texts.Text(_index),
        _ => throw WrongType(member, typeof(T).Name),
    };

    /// <summary>The elements of an array or a container; of several dimensions or nested containers all elements in stored order.</summary>
    /// <typeparam name="T">A number, <c>bool</c> or <c>string</c>.</typeparam>
    /// <param name="member">Name of the member.</param>
    /// <exception cref="ArgumentException">There is no such member, or it is no array of such elements; names the nearest.</exception>
    public T[] GetArray<T>(string member)
    {
        var values = Required(member);
        var (start, end) = (_index, _index + 1);
        while (true)
        {
            switch (values)
            {
                case ListBuffer list:
                    (start, end) = end == start ? (0, 0) : (list.RangeOf(start).Start.Value, list.RangeOf(end - 1).End.Value);
                    values = list.Items;
                    continue;
                case ArrayBuffer array:
                    (start, end) = (start * array.Length, end * array.Length);
                    values = array.Items;
                    continue;
                case NumberBuffer numbers:
                    return Copy<T>(start, end, index => Convert<T>(numbers.Value(index), member));
                case TextBuffer texts when typeof(T) == typeof(string):
                    return Copy<T>(start, end, index => (T)(object)texts.Text(index));
                default:
                    throw WrongType(member, $"{typeof(T).Name}[]");
            }
        }
    }

    /// <summary>An object that is a member, a base class, or that a member points to; null for a null pointer.</summary>
    /// <exception cref="ArgumentException">There is no such member, or it is no object; names the nearest.</exception>
    public ObjectRecord? GetObject(string member) => Required(member) switch
    {
        ObjectBuffer objects => objects.Objects[_index],
        RecordBuffer record => new ObjectRecord(record.ClassName, record, _index),
        OpaqueBuffer opaque => Unread(opaque.TypeName, opaque.Reason),
        _ => throw WrongType(member, "object"),
    };

    /// <summary>The objects of an array or a container, null where a pointer is null; containers in containers are joined.</summary>
    /// <exception cref="ArgumentException">There is no such member, or it holds no objects; names the nearest.</exception>
    public IReadOnlyList<ObjectRecord?> GetObjects(string member)
    {
        var values = Required(member);
        var (start, end) = (_index, _index + 1);
        while (values is ListBuffer or ArrayBuffer)
        {
            if (values is ListBuffer list) (start, end, values) = end == start ? (0, 0, list.Items) : (list.RangeOf(start).Start.Value, list.RangeOf(end - 1).End.Value, list.Items);
            else if (values is ArrayBuffer array) (start, end, values) = (start * array.Length, end * array.Length, array.Items);
        }
        return values switch
        {
            ObjectBuffer objects => Copy(start, end, index => objects.Objects[index]),
            RecordBuffer record => Copy<ObjectRecord?>(start, end, index => new ObjectRecord(record.ClassName, record, index)),
            _ => throw WrongType(member, "objects"),
        };
    }

    /// <summary>Class, and name where there is one.</summary>
    public override string ToString() => Name is { Length: > 0 } name ? $"{ClassName} {name}" : ClassName;

    internal static ObjectRecord Unread(string className, string reason) => new(className, reason);

    internal ValueBuffer? Find(string member) => _values switch
    {
        RecordBuffer record => record.Find(member) ?? Base(record, member),
        null => null,
        _ => member == "value" ? _values : null,
    };

    private static RecordBuffer? Base(RecordBuffer record, string name)
    {
        foreach (var member in record.Members)
        {
            if (!member.IsBase || member.Values is not RecordBuffer below) continue;
            if (member.Name == name) return below;
            if (Base(below, name) is { } found) return found;
        }
        return null;
    }

    private string? TextOrNull(string member) => Find(member) is TextBuffer texts ? texts.Text(_index) : null;

    private ValueBuffer Required(string member) => Find(member)
        ?? throw new ArgumentException(UnreadReason is { } reason ? $"a {ClassName} was not read: {reason}" : $"a {ClassName} has no member {member}{NearestNames.Hint(member, Names)}", nameof(member));

    private ArgumentException WrongType(string member, string wanted) => new($"{member} of a {ClassName} is no {wanted}", nameof(member));

    private static T[] Copy<T>(int start, int end, Func<int, T> value)
    {
        var copy = new T[end - start];
        for (var i = 0; i < copy.Length; i++) copy[i] = value(start + i);
        return copy;
    }

    private T Convert<T>(object value, string member)
    {
        if (value is T same) return same;
        try
        {
            return (T)System.Convert.ChangeType(value, typeof(T), CultureInfo.InvariantCulture);
        }
        catch (Exception error) when (error is InvalidCastException or OverflowException or FormatException)
        {
            throw new ArgumentException($"{member} of a {ClassName} is {value}, which is no {typeof(T).Name}", nameof(member), error);
        }
    }
}
