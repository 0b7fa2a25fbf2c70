using System.Text.Json;
using Ristretto.Events.Engine.Friends;
using Ristretto.Events.Engine.Ledger;

namespace Ristretto.Plots.Results;

/// <summary>What became of the files and events of a run, as JSON: the same in <c>run.json</c> and in what <c>ristretto run --json</c> prints.</summary>
public static class RunOutcome
{
    /// <summary>Writes <c>"lostFiles": [{"dataset", "path", "events", "reason"}]</c>; events are null when their number is not known.</summary>
    public static void WriteLost(Utf8JsonWriter json, IEnumerable<LostFile> files)
    {
        json.WriteStartArray("lostFiles");
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("dataset", file.Dataset);
            json.WriteString("path", file.Path);
            if (file.Events is { } events) json.WriteNumber("events", events);
            else json.WriteNull("events");
            json.WriteString("reason", file.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>Writes <c>"retries": [{"dataset", "path", "first", "end", "attempt", "reason"}]</c>.</summary>
    public static void WriteRetries(Utf8JsonWriter json, IEnumerable<RetriedRun> retries)
    {
        json.WriteStartArray("retries");
        foreach (var retry in retries)
        {
            json.WriteStartObject();
            json.WriteString("dataset", retry.Dataset);
            json.WriteString("path", retry.Path);
            json.WriteNumber("first", retry.First);
            json.WriteNumber("end", retry.End);
            json.WriteNumber("attempt", retry.Attempt);
            json.WriteString("reason", retry.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>Writes <c>"chosen": {"asked", "found": [{"event", "dataset", "path", "entry"}], "missing", "repeated"}</c>, the events of a list.</summary>
    public static void WriteChosen(Utf8JsonWriter json, ChosenEvents chosen)
    {
        json.WriteStartObject("chosen");
        json.WriteNumber("asked", chosen.Asked.Count);
        json.WriteStartArray("found");
        foreach (var found in chosen.Found)
        {
            json.WriteStartObject();
            json.WriteString("event", found.Key.ToString());
            json.WriteString("dataset", found.Dataset);
            json.WriteString("path", found.Path);
            json.WriteNumber("entry", found.Entry);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteKeys(json, "missing", chosen.Missing.Select(key => key.ToString()));
        WriteKeys(json, "repeated", chosen.Repeated.Select(key => key.ToString()));
        json.WriteEndObject();
    }

    /// <summary>Writes <c>"friends": [{"path", "tree", "entries", "matched", "unmatched"}]</c>.</summary>
    public static void WriteFriends(Utf8JsonWriter json, IEnumerable<FriendReport> friends)
    {
        json.WriteStartArray("friends");
        foreach (var friend in friends)
        {
            json.WriteStartObject();
            json.WriteString("path", friend.Path);
            json.WriteString("tree", friend.Tree);
            json.WriteNumber("entries", friend.Entries);
            json.WriteNumber("matched", friend.Matched);
            json.WriteNumber("unmatched", friend.Unmatched);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteKeys(Utf8JsonWriter json, string name, IEnumerable<string> keys)
    {
        json.WriteStartArray(name);
        foreach (var key in keys) json.WriteStringValue(key);
        json.WriteEndArray();
    }
}
