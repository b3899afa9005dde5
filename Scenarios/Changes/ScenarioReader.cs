using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Changes;

/// <summary>Reads a scenario with everything it includes.</summary>
internal sealed class ScenarioReader
{
    private static readonly string[] Keys = ["scenario", "title", "description", "include", "changes", "investment", "reason", "source", "note", "notes"];

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
        var reader = new ScenarioReader(files, problems);
        if (id == ScenarioInfo.BaselineId && !files.Scenarios.ContainsKey(id))
        {
            return reader.Build(id, "Baseline");
        }

        var sound = reader.Collect(id, new SourceLocation(files.Name, 0, 0));
        return sound ? reader.Build(id, files.Scenarios[id]["title"]?.ToString() ?? id) : null;
    }

    private ScenarioInfo Build(string id, string title) =>
        new() { Id = id, Title = title, Parts = parts, Changes = changes, Investment = investment };

    private bool Collect(string id, SourceLocation askedAt)
    {
        if (!files.Scenarios.TryGetValue(id, out var scenario))
        {
            problems.Error(askedAt, "scenarios", "a scenario of this system: " + string.Join(", ", files.Scenarios.Keys.Order(StringComparer.Ordinal)), id, Nearest.Hint(id, files.Scenarios.Keys));
            return false;
        }

        if (open.Contains(id))
        {
            problems.Error(askedAt, $"scenarios.{id}.include", "scenarios that do not include one another", string.Join(" → ", open.Append(id)));
            return false;
        }

        if (open.Count == DeepestInclusion)
        {
            problems.Error(askedAt, $"scenarios.{open[^1]}.include", FormattableString.Invariant($"scenarios that include one another at most {DeepestInclusion} deep"), id);
            return false;
        }

        if (parts.Contains(id))
        {
            return true;
        }

        open.Add(id);
        var sound = CheckKeys(id, scenario) & CollectIncluded(id, scenario) & CollectChanges(id, scenario) & CollectInvestment(id, scenario);
        open.RemoveAt(open.Count - 1);
        parts.Add(id);
        return sound;
    }

    private bool CheckKeys(string id, MapNode scenario)
    {
        var unknown = scenario.Entries.FindAll(entry => !Keys.Contains(entry.Key));
        unknown.ForEach(entry => problems.Error(entry.KeyWhere, $"scenarios.{id}.{entry.Key}", "one of " + string.Join(", ", Keys), entry.Key, Nearest.Hint(entry.Key, Keys)));
        return unknown.Count == 0;
    }

    private bool CollectIncluded(string id, MapNode scenario)
    {
        var sound = true;
        foreach (var node in ItemsOf(scenario["include"]))
        {
            if (node is ScalarNode included)
            {
                sound &= Collect(included.Text, included.Where);
            }
            else
            {
                sound = false;
                problems.Error(node.Where, $"scenarios.{id}.include", "the id of a scenario", "a list or map");
            }
        }

        return sound;
    }

    private bool CollectChanges(string id, MapNode scenario)
    {
        var sound = true;
        var number = 0;
        foreach (var node in ItemsOf(scenario["changes"]))
        {
            number++;
            var change = ChangeReader.Read(id, $"scenarios.{id}.changes[{number}]", node, problems);
            sound &= change is not null;
            if (change is not null)
            {
                changes.Add(change);
            }
        }

        return sound;
    }

    private bool CollectInvestment(string id, MapNode scenario)
    {
        var sound = true;
        var number = 0;
        foreach (var node in ItemsOf(scenario["investment"]))
        {
            number++;
            if (node is MapNode line)
            {
                sound &= InvestmentCheck.Passes(line, files, $"scenarios.{id}.investment[{number}]", problems);
                investment.Add(new InvestmentLine(id, line));
            }
            else
            {
                sound = false;
                problems.Error(node.Where, $"scenarios.{id}.investment", "a line, such as { line: four beds, partner: trust, gbp_per_year: 420000 }", node.ToString() ?? "");
            }
        }

        return sound;
    }

    private static List<Node> ItemsOf(Node? node) => node switch
    {
        null or ScalarNode { Text: "" } => [],
        ListNode list => list.Items,
        _ => [node],
    };
}
