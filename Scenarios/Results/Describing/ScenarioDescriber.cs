using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Results.Describing;

/// <summary>Says what a scenario changes and costs, in the words of its file.</summary>
internal static class ScenarioDescriber
{
    private const string Value = "value";

    public static ScenarioFacts Of(SystemFiles files, string id, ProblemList problems) =>
        ScenarioApplier.Read(files, id, problems) is not { } scenario ? new ScenarioFacts { Id = id, Title = id } : new ScenarioFacts
        {
            Id = id,
            Title = scenario.Title,
            Parts = scenario.Parts,
            Changes = [.. scenario.Changes.Zip(ChangeDescriber.Of(files, scenario.Changes), (change, words) => Describe(change) with
            {
                What = words.What,
                Before = words.Before,
                After = words.After,
            })],
            Investment = [.. scenario.Investment.Select(investment => Describe(investment.Line))],
        };

    private static ChangeFacts Describe(ScenarioChange change)
    {
        var written = change.Value is MapNode map && map.Has(Value) ? map : null;
        var value = written is null ? change.Value : written[Value];
        return new ChangeFacts(
            change.Verb.ToString().ToLowerInvariant(),
            change.Path,
            value is null ? "" : NodeText.Of(value),
            change.Reason,
            Either(change.Status, written, "status"),
            Either(change.Range, written, "range"),
            Either(change.Source, written, "source"),
            From(change));
    }

    /// <summary>What the change says, else its value in long form.</summary>
    private static string Either(string said, MapNode? value, string key) => said.Length > 0 || value is null ? said : Text(value, key);

    private static string From(ScenarioChange change) =>
        change.From is not { } day ? ""
            : change.OverDays == 0 ? FormattableString.Invariant($"{day:yyyy-MM-dd}")
            : FormattableString.Invariant($"{day:yyyy-MM-dd} over {change.OverDays} d")
                + (change.StepDays == 1 ? "" : FormattableString.Invariant($" every {change.StepDays} d"));

    private static InvestmentFacts Describe(MapNode line) =>
        new(Text(line, "line"), Text(line, "partner"), Amount(line), Text(line, "recurrent"), Text(line, "from"), Text(line, "price_year"),
            Text(line, "source"));

    /// <summary>The number with the unit that its key is named for: <c>gbp_per_year: 420000</c> is "420000 GBP per year".</summary>
    private static string Amount(MapNode line) =>
        line.Entries.Find(entry => entry.Key.StartsWith("gbp", StringComparison.Ordinal)) is { } amount
            ? $"{NodeText.Of(amount.Value)} GBP{amount.Key["gbp".Length..].Replace('_', ' ')}"
            : "";

    private static string Text(MapNode map, string key) => map[key] is { } node ? NodeText.Of(node) : "";
}
