using System.Globalization;
using System.Runtime.InteropServices;

namespace FlowSim.Benchmarks.Harness;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    private const string ProcessorFile = "/proc/cpuinfo";
    private const string LoadFile = "/proc/loadavg";

    public static IEnumerable<(string Name, string Value)> Facts(LimitProgram program) =>
    [
        ("processor", $"{Processor()}, {Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture)} cores seen"),
        ("system", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}"),
        (".NET", RuntimeInformation.FrameworkDescription),
        ("C++", program.CompilerVersion),
    ];

    /// <summary>Processes that run or wait to, averaged over the last minute; null where the system does not say.</summary>
    public static double? Load() =>
        File.Exists(LoadFile) ? double.Parse(File.ReadAllText(LoadFile).Split(' ')[0], CultureInfo.InvariantCulture) : null;

    private static string Processor()
    {
        var line = File.Exists(ProcessorFile)
            ? Array.Find(File.ReadAllLines(ProcessorFile), text => text.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
