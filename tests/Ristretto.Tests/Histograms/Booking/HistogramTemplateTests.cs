using Ristretto.Columns.Arrays;
using Ristretto.Histograms.Axes;
using Ristretto.Histograms.Booking;

namespace Ristretto.Tests.Histograms.Booking;

public class HistogramTemplateTests
{
    private static readonly HistogramTemplate<Jets> s_jets = new HistogramTemplate<Jets>().Regular("pt", 4, 0, 4, j => j.Pt).IntCategory("id", [1, 2], j => j.Id);

    private static readonly Events s_events = new(
        new Jets(JaggedColumn.Of<float>([0.5f, 1.5f], [], [1.5f, 2.5f, 9f]), JaggedColumn.Of<int>([1, 2], [], [2, 2, 7])), Column.Of(10.0, 20, 30), Column.Of<byte>(0, 1, 1));

    [Fact]
    public void Fill_EventsAndObjects_GivesEachItsEventsWeightAndRow()
    {
        var booked = new HistogramTemplate<Events>()
            .Regular("mass", 3, 5, 35, e => e.Mass)
            .Integer("bits", 0, 2, e => e.Bits)
            .Include("jets", e => e.Jets, s_jets)
            .Add("mass_vs_bits", Axis.Regular("m", 3, 5, 35), Axis.Regular("b", 2, 0, 2), e => e.Mass, e => e.Bits)
            .Book("all", Axis.Category("tag", "three", "four"));
        var histograms = booked.Histograms.ToDictionary(histogram => histogram.Name);
        var (three, four) = (histograms["all.mass"].RowOf("three"), histograms["all.mass"].RowOf("four"));
        booked.Fill(s_events, Column.Of(1.0, 2, 3), Column.Of(four, four, three));

        Assert.Equal(["all.mass", "all.bits", "all.jets.pt", "all.jets.id", "all.mass_vs_bits"], histograms.Keys);
        Assert.Equal([0, 1, 2, 0, 0], histograms["all.mass"]["four"].Values.ToArray());
        Assert.Equal([0, 0, 0, 3, 0], histograms["all.mass"]["three"].Values.ToArray());
        Assert.Equal([0, 1, 1, 0, 0, 0], histograms["all.jets.pt"]["four"].Values.ToArray());
        Assert.Equal([0, 0, 3, 3, 0, 3], histograms["all.jets.pt"]["three"].Values.ToArray());
        Assert.Equal([1, 1, 0], histograms["all.jets.id"]["four"].Values.ToArray());
        Assert.Equal(3, histograms["all.mass_vs_bits"].Entries);
    }

    [Fact]
    public void Include_WithoutPrefix_KeepsTheNames()
    {
        var booked = new HistogramTemplate<Events>().Include(e => e.Jets, s_jets).Book("");
        Assert.Equal(["pt", "id"], booked.Histograms.Select(histogram => histogram.Name));
    }

    [Fact]
    public void Include_NameTwice_IsRefused()
    {
        var template = new HistogramTemplate<Events>().Regular("jets.pt", 1, 0, 1, e => e.Mass);
        Assert.Contains("jets.pt", Assert.Throws<ArgumentException>(() => template.Include("jets", e => e.Jets, s_jets)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_UnknownName_NamesThoseThatAreThere() =>
        Assert.Contains("pt, id", Assert.Throws<ArgumentException>(() => s_jets.Without("mass")).Message, StringComparison.Ordinal);

    [Fact]
    public void Fill_OtherNumberOfWeights_IsRefused()
    {
        var booked = new HistogramTemplate<Events>().Regular("mass", 3, 5, 35, e => e.Mass).Book("");
        Assert.Throws<ArgumentException>(() => booked.Fill(s_events, Column.Of(1.0), Column.Of(0, 0, 0)));
        Assert.Throws<ArgumentException>(() => booked.Fill(s_events, Column.Of(1.0, 1), Column.Of(0, 0)));
    }

    private sealed record Jets(JaggedColumn<float> Pt, JaggedColumn<int> Id);

    private sealed record Events(Jets Jets, Column<double> Mass, Column<byte> Bits);
}
