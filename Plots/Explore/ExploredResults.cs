using FlowSim.Plots.Answers;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Reading;

namespace FlowSim.Plots.Explore;

/// <summary>Some measures of a result folder, replication by replication.</summary>
public sealed class ExploredResults
{
    /// <summary>Of a system of which no measure has a standard.</summary>
    private const int MostWithoutStandard = 3;

    /// <summary>More groups than that of one measure hide the other measures.</summary>
    private const int MostGroups = 8;

    private ExploredResults(ResultSet results, IReadOnlyList<ExploredMeasure> measures)
    {
        Results = results;
        Measures = measures;
    }

    /// <summary>All that the folder says but the single replications.</summary>
    public ResultSet Results { get; }

    /// <summary>By scenario, the baseline first, then by measure; those that no replication defines are left out.</summary>
    public IReadOnlyList<ExploredMeasure> Measures { get; }

    /// <param name="folder">A folder that a command of FlowSim has written.</param>
    /// <param name="choice">What to read of it.</param>
    /// <param name="demand">Looks at what there is before it is read replication by replication, and throws where the choice is wrong.</param>
    /// <exception cref="ResultFolderException">The folder or a file is not there or cannot be read, or a run has not finished writing it.</exception>
    /// <exception cref="ResultContentException">A file does not hold what it should.</exception>
    public static ExploredResults Read(string folder, ExploreChoice? choice = null, Action<ResultSet>? demand = null)
    {
        var asked = choice ?? new ExploreChoice();
        IReadOnlyList<ResultKey> keys = [];
        var (results, values) = ResultReader.ReadWithReplications(folder, (system, id) => asked.Measures.Contains(id) || IsKnown(system, id), read =>
        {
            demand?.Invoke(read);
            keys = Keys(read, asked);
            return keys.ToHashSet();
        });
        var found = from scenario in results.Run.Scenarios
                    from key in keys
                    let one = values.FirstOrDefault(one => one.Scenario == scenario && one.Key == key)
                    where one is not null && one.Values.Any(value => !double.IsNaN(value.Value))
                    select Explored(results, one);
        return new ExploredResults(results, [.. found]);
    }

    /// <summary>A measure of a scenario; of one with groups only the first of them.</summary>
    /// <exception cref="ArgumentException">It was not read, or no replication defines it.</exception>
    public ExploredMeasure Of(string scenario, string measure) =>
        Measures.FirstOrDefault(one => one.Scenario == scenario && one.Key.Measure == measure)
        ?? throw new ArgumentException($"there are no values of {measure} for {scenario} among what was read");

    /// <summary>What was explored, in the years of the spin-up, as far as the results say it.</summary>
    public IReadOnlyList<(ResultKey Key, ExploredSpinUp SpinUp)> SpinUps =>
    [
        .. Measures.DistinctBy(measure => measure.Key).Select(measure => (measure.Key, SpinUp: ExploredSpinUp.Of(Results, measure)))
            .Where(one => one.SpinUp is not null).Select(one => (one.Key, one.SpinUp!)),
    ];

    /// <summary>The measures that are explored unless others are asked for: of those that have values at the place in the period.</summary>
    public static IReadOnlyList<string> Default(ResultSet results, ExploreChoice choice)
    {
        var there = results.Summaries.Select(row => row.Key).Where(key => IsAt(key, results, choice) && !OccupancyRows.AreLeftOut(key.Measure))
            .Select(key => key.Measure).Distinct().ToList();
        var headline = Headline.Of(results).Where(there.Contains).ToList();
        var held = headline.Where(id => results.System.Measures.Any(measure => measure.Id == id && measure.Standards.Count > 0)).ToList();
        return held.Count > 0 ? held : [.. (headline.Count > 0 ? headline : there).Take(MostWithoutStandard)];
    }

    private static bool IsKnown(SystemFacts system, string id) =>
        system.Headline.Contains(id) || GenericMeasures.Find(id) is not { IsShown: false };

    private static IReadOnlyList<ResultKey> Keys(ResultSet results, ExploreChoice choice)
    {
        return [.. (choice.Measures.Count > 0 ? choice.Measures.Distinct() : Default(results, choice)).SelectMany(Of)];

        IEnumerable<ResultKey> Of(string measure)
        {
            var keys = results.Summaries.Select(row => row.Key).Where(key => key.Measure == measure && IsAt(key, results, choice)).Distinct().ToList();
            return keys.Exists(key => key.Group.Length == 0) ? keys.Where(key => key.Group.Length == 0) : keys.Take(MostGroups);
        }
    }

    private static bool IsAt(ResultKey key, ResultSet results, ExploreChoice choice) =>
        key.Place == choice.Place && key.Period == (choice.Period ?? ResultIndex.Of(results).ShownPeriod);

    private static ExploredMeasure Explored(ResultSet results, ReplicationValues values)
    {
        var names = SystemNames.Of(results.System);
        return new ExploredMeasure
        {
            Scenario = values.Scenario,
            ScenarioName = ScenarioName.Of(results, values.Scenario),
            Key = values.Key,
            Name = Headline.RowLabel(names, names.Measure(values.Key.Measure), values.Key.Place, values.Key.Group),
            Unit = results.Summaries.First(row => row.Key == values.Key).Unit,
            Values = [.. values.Values.Where(value => !double.IsNaN(value.Value)).OrderBy(value => value.Replication)],
        };
    }
}
