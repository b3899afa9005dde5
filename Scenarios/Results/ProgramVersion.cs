using System.Reflection;

namespace FlowSim.Scenarios.Results;

/// <summary>Version and, where the build knew it, commit of the program.</summary>
/// <param name="Version">Such as <c>0.1.0</c>.</param>
/// <param name="Commit">Full commit id, or empty.</param>
public sealed record ProgramVersion(string Version, string Commit)
{
    /// <summary>Of this build.</summary>
    public static ProgramVersion Current { get; } = Parse(
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown");

    /// <summary>From the form <c>version+commit</c>.</summary>
    internal static ProgramVersion Parse(string informational)
    {
        var plus = informational.IndexOf('+');
        return plus < 0 ? new ProgramVersion(informational, "") : new ProgramVersion(informational[..plus], informational[(plus + 1)..]);
    }
}
