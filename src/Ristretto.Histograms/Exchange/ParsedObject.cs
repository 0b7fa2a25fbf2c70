using System.Text.Json;
using Ristretto.Histograms.Axes;

namespace Ristretto.Histograms.Exchange;

/// <summary>An object of a UHI JSON document: its axes, and its cells by their names.</summary>
internal sealed class ParsedObject(string key, Axis[] axes, JsonElement json)
{
    private readonly JsonElement _storage = json.GetProperty("storage");
    private readonly JsonElement _metadata = json.TryGetProperty("metadata", out var found) ? found : default;

    public Axis[] Axes => axes;

    public string Name => UhiJson.Text(_metadata, "name") is { Length: > 0 } name ? name : key;

    public string Title => UhiJson.Text(_metadata, "title") ?? "";

    public double? Entries => UhiJson.Text(_metadata, "entries") is null ? null : _metadata.GetProperty("entries").GetDouble();

    public double NanCount => UhiJson.Text(_metadata, "nan") is null ? 0 : _metadata.GetProperty("nan").GetDouble();

    public string Storage => _storage.GetProperty("type").GetString() ?? "";

    /// <summary>Cells in the order of <see cref="Histogram.Values"/>; all zero where the document describes the kind of object alone.</summary>
    public double[] Cells(string name)
    {
        var cells = new double[axes.Aggregate(1, (product, axis) => checked(product * axis.Extent))];
        if (!_storage.TryGetProperty(name, out var numbers)) return cells;
        if (_storage.TryGetProperty("index", out var index)) Scatter(index, numbers, cells);
        else Read(numbers, 0, 0, cells);
        return cells;
    }

    private void Read(JsonElement list, int position, int cell, double[] cells)
    {
        var axis = axes[position];
        if (list.GetArrayLength() != axis.Extent) throw new FormatException($"axis \"{axis.Name}\" has {axis.Extent} cells, {list.GetArrayLength()} are given");
        cell *= axis.Extent;
        foreach (var item in list.EnumerateArray())
        {
            if (position < axes.Length - 1) Read(item, position + 1, cell, cells);
            else cells[cell] = item.GetDouble();
            cell++;
        }
    }

    // Sparse: the places of the filled cells, one list per axis, flow counted, and their contents.
    private void Scatter(JsonElement index, JsonElement numbers, double[] cells)
    {
        var places = index.EnumerateArray().Select(list => list.EnumerateArray().Select(place => place.GetInt32()).ToArray()).ToArray();
        if (places.Length != axes.Length || places.Any(list => list.Length != numbers.GetArrayLength()))
            throw new FormatException($"the index has {places.Length} lists; {axes.Length} of {numbers.GetArrayLength()} places are needed");
        var entry = 0;
        foreach (var number in numbers.EnumerateArray())
        {
            var cell = 0;
            for (var i = 0; i < axes.Length; i++)
            {
                var place = places[i][entry];
                if ((uint)place >= (uint)axes[i].Extent) throw new FormatException($"axis \"{axes[i].Name}\" has places 0 to {axes[i].Extent - 1}, not {place}");
                cell = cell * axes[i].Extent + place;
            }
            cells[cell] = number.GetDouble();
            entry++;
        }
    }
}
