using System.Globalization;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Scenarios.Batches;

/// <summary>What a batch is made of: the shards of one agree in all of it.</summary>
public static class BatchFacts
{
    /// <summary>In words, with what each is.</summary>
    /// <param name="plan">What is run.</param>
    /// <param name="inputs">Every file that was read, with its SHA-256.</param>
    public static IReadOnlyDictionary<string, string> Of(ExperimentPlan plan, IEnumerable<(string File, string Sha256)> inputs)
    {
        var run = plan.Run;
        return new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["version"] = ProgramVersion.Current.Version,
            ["commit"] = ProgramVersion.Current.Commit,
            ["inputs"] = InputHashes.Combine([.. inputs.Select(input => new InputFacts(input.File, input.Sha256))]),
            ["scenarios"] = string.Join(' ', plan.Scenarios.Select(scenario => scenario.Id)),
            ["replications"] = plan.Replications.ToString(CultureInfo.InvariantCulture),
            ["draws"] = (plan.Outer?.Draws.Count ?? 0).ToString(CultureInfo.InvariantCulture),
            ["seed"] = plan.Seed.ToString(CultureInfo.InvariantCulture),
            ["times"] = FormattableString.Invariant($"{run.FirstDay:yyyy-MM-dd} {run.Start} {run.Branch} {run.MeasureFrom} {run.End}"),
            ["measures of the spin-up"] = string.Join(' ', plan.SpinUpMeasures),
            ["years before the branch"] = plan.YearsBeforeBranch.ToString(CultureInfo.InvariantCulture),
        };
    }
}
