using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Changes;

/// <summary>Reads a scenario with everything it includes.</summary>
internal sealed class ScenarioReader
{
    private const int DeepestInclusion = 100;

    private readonly SystemFiles files;
    private readonly ProblemList problems;
    private readonly List<string> open = [];
    private readonly List<string> parts = [];
    private readonly List<ScenarioChange> changes = [];
    private readonly List<InvestmentLine> investment = [];

    private ScenarioReader(SystemFiles files, ProblemList problems)
    {
        this.files = files;
        this.problems = problems;
    }

    /// <summary>The scenario; null with problems said if it, or what it includes, cannot be read.</summary>
    public static ScenarioInfo? Read(SystemFiles files, string id, ProblemList problems)
    {
        var scenario = ReadSound(files, id, problems, out var isSound);
        return isSound ? scenario : null;
    }

    /// <summary>What is sound in the scenario and in what it includes, with the problems of the rest said.</summary>
    public static ScenarioInfo ReadSound(SystemFiles files, string id, ProblemList problems, out bool isSound)
    {
        var reader = new ScenarioReader(files, problems);
        isSound = true;
        if (id == ScenarioInfo.BaselineId && !files.Scenarios.ContainsKey(id))
        {
            return reader.Build(id, "Baseline");
        }

        isSound = reader.Collect(id, new SourceLocation(files.Name, 0, 0));
        return reader.Build(id, isSound ? reader.TitleOf(id) : id);
    }

    private ScenarioInfo Build(string id, string title) =>
        new() { Id = id, Title = title, Parts = parts, Changes = changes, Investment = investment };

    private string TitleOf(string id) =>
        new Binding(problems).Text(files.Scenarios[id][ValueKeys.Title.Name], $"scenarios.{id}.{ValueKeys.Title}") is { Text.Length: > 0 } title
            ? title.Text
            : id;

    private bool Collect(string id, SourceLocation askedAt)
    {
        if (!files.Scenarios.TryGetValue(id, out var scenario))
        {
            problems.Error(askedAt, "scenarios", "a scenario of this system: " + string.Join(", ", files.Scenarios.Keys.Order(StringComparer.Ordinal)), id,
                Nearest.Hint(id, files.Scenarios.Keys));
            return false;
        }

        if (open.Contains(id))
        {
            problems.Error(askedAt, $"scenarios.{id}.include", "scenarios that do not include one another", string.Join(" → ", open.Append(id)));
            return false;
        }

        if (open.Count == DeepestInclusion)
        {
            problems.Error(askedAt, $"scenarios.{open[^1]}.include",
                FormattableString.Invariant($"scenarios that include one another at most {DeepestInclusion} deep"), id);
            return false;
        }

        if (parts.Contains(id))
        {
            return true;
        }

        if (ScenarioKeys.Verbs.FirstOrDefault(verb => scenario.Has(verb.Name)) is { } verb && !scenario.Has(ScenarioKeys.Changes.Name))
        {
            problems.Error(scenario.Where, $"scenarios.{id}", ScenarioKeys.Scenario.Expected, $"a change by itself (\"{verb}\")",
                "Write the changes as a list: - { set: …, to: … }");
            return false;
        }

        open.Add(id);
        var reader = new MapReader(new Binding(problems), scenario, $"scenarios.{id}", ScenarioKeys.Scenario);
        var sound = !reader.Failed & CollectIncluded(reader) & CollectChanges(id, reader) & CollectInvestment(id, reader);
        open.RemoveAt(open.Count - 1);
        parts.Add(id);
        return sound;
    }

    private bool CollectIncluded(MapReader reader)
    {
        var sound = true;
        foreach (var included in IsLeftOpen(reader, ScenarioKeys.Include) ? [] : reader.Texts(ScenarioKeys.Include))
        {
            sound &= Collect(included.Text, included.Where);
        }

        return sound;
    }

    private bool CollectChanges(string id, MapReader reader)
    {
        var sound = true;
        foreach (var item in IsLeftOpen(reader, ScenarioKeys.Changes) ? [] : reader.InnerList(ScenarioKeys.Changes))
        {
            var change = ChangeReader.Read(id, item);
            sound &= change is not null;
            if (change is not null)
            {
                changes.Add(change);
            }
        }

        return sound & !reader.Failed;
    }

    private bool CollectInvestment(string id, MapReader reader)
    {
        var sound = true;
        foreach (var line in IsLeftOpen(reader, ScenarioKeys.Investments) ? [] : reader.InnerList(ScenarioKeys.Investments))
        {
            sound &= InvestmentReader.Passes(line, files);
            investment.Add(new InvestmentLine(id, line.Map));
        }

        return sound & !reader.Failed;
    }

    /// <summary>A key with nothing behind it, as of a scenario that is being written.</summary>
    private static bool IsLeftOpen(MapReader reader, Key key) => reader.Take(key) is ScalarNode { Text: "" };
}
