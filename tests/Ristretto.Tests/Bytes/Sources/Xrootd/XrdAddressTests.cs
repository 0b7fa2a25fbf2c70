using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Sources.Xrootd;

namespace Ristretto.Tests.Bytes.Sources.Xrootd;

public sealed class XrdAddressTests
{
    [Theory]
    [InlineData("root://host//store/a.root", "host", 1094, false, null, "/store/a.root", "")]
    [InlineData("xroot://host:1095//store/a.root", "host", 1095, false, null, "/store/a.root", "")]
    [InlineData("roots://me@host/store/a.root", "host", 1094, true, "me", "/store/a.root", "")]
    [InlineData("root://[::1]:1094//a.root?authz=x&b=c", "::1", 1094, false, null, "/a.root", "authz=x&b=c")]
    [InlineData("root://[fe80::1]//a.root", "fe80::1", 1094, false, null, "/a.root", "")]
    public void Parse_Address_GivesItsParts(string address, string host, int port, bool needsTls, string? user, string path, string cgi) =>
        Assert.Equal(new XrdAddress(new XrdEndpoint(host, port, needsTls), user, path, cgi), XrdAddress.Parse(address));

    [Theory]
    [InlineData("root://host")]
    [InlineData("root://host/")]
    [InlineData("root:////store/a.root")]
    [InlineData("root://host:0//a.root")]
    [InlineData("root://host:99999//a.root")]
    [InlineData("root://host:x//a.root")]
    public void Parse_NoAddress_SaysHowOneReads(string address) =>
        Assert.Contains("an address reads root://host[:port]//path/file.root", Assert.Throws<SourceException>(() => XrdAddress.Parse(address)).Message, StringComparison.Ordinal);
}
