using FlowSim.Cli.Options;
using FlowSim.Cli.Tables;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Cli.Running;

/// <summary>Spin-ups that are kept between commands: where, and how many need not be run.</summary>
internal static class KeptSpinUps
{
    /// <summary>Those of a system; null where nobody wants them or there is no place for them.</summary>
    public static SpinUpStore? Of(Terminal terminal, ExperimentSettings settings, SystemFiles files, RunOverrides overrides) =>
        settings.UsesKeptSpinUps && terminal.CacheFolder is { } cache ? SpinUpStore.Of(cache, files, overrides, terminal.Clock) : null;

    /// <summary>What is said at the end; nothing where all were run.</summary>
    public static IEnumerable<string> Note(SpinUpStore? store)
    {
        if (store is { Found: > 0 and var known })
        {
            yield return $"{Counted.Of(known, "spin-up")} of an earlier run of the same system did not have to be run again (--no-cache runs them)";
        }
    }
}
