using Ristretto.Bytes.Errors;
using Ristretto.Events.Datasets;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Events.Datasets;

public sealed class EventListTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Parse_SomeEvents_GivesThemOnceAndInOrder()
    {
        var list = EventList.Parse("2:1:7, 1:3:18446744073709551615,1:2:9,2:1:7");

        Assert.Equal([new(1, 2, 9), new(1, 3, ulong.MaxValue), new(2, 1, 7)], list.Keys);
        Assert.True(list.Contains(new EventKey(2, 1, 7)));
        Assert.False(list.Contains(new EventKey(2, 1, 8)));
    }

    [Theory]
    [InlineData("1:2:3,4:5", "--events: at character 7: \"4:5\": it has 2 parts; expected run:lumi:event, such as 315257:17:4711")]
    [InlineData("1:2:3,4:x:6", "--events: at character 9: \"4:x:6\": the luminosity section is \"x\", no number from 0 to 4294967295; expected run:lumi:event, such as 315257:17:4711")]
    [InlineData("1:2:-3", "--events: at character 5: \"1:2:-3\": the event number is \"-3\", no number from 0 to 18446744073709551615; expected run:lumi:event, such as 315257:17:4711")]
    [InlineData("4294967296:2:3", "--events: at character 1: \"4294967296:2:3\": the run is \"4294967296\", no number from 0 to 4294967295; expected run:lumi:event, such as 315257:17:4711")]
    [InlineData("7", "--events: at character 1: \"7\": it has 1 part; expected run:lumi:event, such as 315257:17:4711")]
    [InlineData(" , ", "--events: names no event; expected run:lumi:event, such as 315257:17:4711")]
    public void Parse_AnotherForm_SaysWhichAndWhere(string text, string message) =>
        Assert.Equal(message, Assert.Throws<ConfigurationException>(() => EventList.Parse(text)).Message);

    [Fact]
    public void Open_LinesWithComments_GivesTheEvents()
    {
        var path = _folder.Write("list.txt", "# run:lumi:event\n1:2:3 1:2:4\n\n  5:6:7,  # the strange one\n");

        Assert.Equal([new(1, 2, 3), new(1, 2, 4), new(5, 6, 7)], EventList.Open(path).Keys);
    }

    [Fact]
    public void Open_AnotherForm_NamesLineAndCharacter()
    {
        var path = _folder.Write("list.txt", "1:2:3\n 4:5:6:7\n");

        Assert.Equal($"{path}:2: at character 2: \"4:5:6:7\": it has 4 parts; expected run:lumi:event, such as 315257:17:4711",
            Assert.Throws<ConfigurationException>(() => EventList.Open(path)).Message);
    }

    [Fact]
    public void Open_EmptyOrMissing_SaysSo()
    {
        Assert.EndsWith("the list has no events; expected run:lumi:event, such as 315257:17:4711", Assert.Throws<ConfigurationException>(() => EventList.Open(_folder.Write("events.txt", "# none\n"))).Message, StringComparison.Ordinal);
        Assert.EndsWith("event.txt: no such list of events; nearest: events.txt", Assert.Throws<SourceException>(() => EventList.Open(_folder["event.txt"])).Message, StringComparison.Ordinal);
    }
}
