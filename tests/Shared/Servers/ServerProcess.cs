using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Ristretto.Tests.Shared.Servers;

/// <summary>A server that a test started. It ends with the test, and with the test program in whatever way that ends: a shell between the two waits for
/// the end of its input.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const string Keeper = """
        exec 2>/dev/null
        trap '' TERM INT
        log=$1; shift
        "$@" </dev/null >>"$log" 2>&1 &
        id=$!
        echo $id
        cat >/dev/null
        kill -CONT $id 2>/dev/null
        kill -TERM $id 2>/dev/null
        for wait in 1 2 3 4 5 6 7 8 9 10; do kill -0 $id 2>/dev/null || exit 0; sleep 0.1; done
        kill -KILL $id
        """;

    private readonly Process _keeper;

    private ServerProcess(Process keeper, int id) => (_keeper, Id) = (keeper, id);

    /// <summary>The server's process.</summary>
    internal int Id { get; }

    /// <summary>Starts a program in the foreground and waits until it listens; what it says goes into a file.</summary>
    internal static ServerProcess Start(string log, int port, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", ["-c", Keeper, "keeper", log, program, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var keeper = Process.Start(start)!;
        var server = new ServerProcess(keeper, int.Parse(keeper.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture));
        if (port == 0 || WaitFor(() => Listens(port), TimeSpan.FromSeconds(20))) return server;
        server.Dispose();
        throw new InvalidOperationException($"{program} does not listen on port {port}:\n{File.ReadAllText(log)}");
    }

    /// <summary>Stops it in its tracks: connections stay open, nothing is answered.</summary>
    internal void Freeze() => Signal("STOP");

    /// <summary>Lets it go on.</summary>
    internal void Thaw() => Signal("CONT");

    /// <summary>Ends it without a word of farewell.</summary>
    internal void Kill()
    {
        Signal("KILL");
        WaitFor(HasEnded, TimeSpan.FromSeconds(5));
    }

    // Gone, or a zombie that nobody has waited for yet.
    private bool HasEnded()
    {
        try
        {
            return File.ReadAllText($"/proc/{Id}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return true;
        }
    }

    public void Dispose()
    {
        _keeper.StandardInput.Close();
        _keeper.WaitForExit();
        _keeper.Dispose();
    }

    /// <summary>A port on which nothing listens at present.</summary>
    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    internal static bool WaitFor(Func<bool> condition, TimeSpan patience)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            if (watch.Elapsed > patience) return false;
            Thread.Sleep(20);
        }
        return true;
    }

    /// <summary>The program on PATH or where system programs are; the test is skipped, and counted as such, when it is not there.</summary>
    internal static string Require(string program)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin").Append("/usr/bin");
        var found = folders.Where(folder => folder.Length > 0).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
        if (found is null) Assert.Skip($"{program} is not installed; scripts/install-dependencies tests installs it where the user may");
        return found!;
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private static bool Listens(int port)
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
