using System.Globalization;
using FlowSim.Cli.Running;
using FlowSim.Plots.Answers;
using FlowSim.Scenarios.Asked;
using FlowSim.Scenarios.Experiments;
using FlowSim.Simulator.Measures;

namespace FlowSim.Cli.Serving.Engine;

/// <summary>
/// Which capacity, if one unit more were there, would help the open scenario most: each that is busy by itself, with the same patients and random numbers,
/// replication by replication. Asked for, since it takes as many runs as there are candidates.
/// </summary>
/// <param name="workshop">The system, and who may calculate when.</param>
/// <param name="publish">Takes how far it is.</param>
/// <param name="ended">Called when all is tried; not when it is ended.</param>
internal sealed class Bottleneck(Workshop workshop, Action<BottleneckState> publish, Action ended)
{
    /// <summary>Candidates that are tried: those for which most wait.</summary>
    private const int MostTried = 10;
    private const int MostReplications = 6;
    private const double Busy = 70;
    private const double Noticed = 0.05;
    private const string QueueLength = "queue_length";
    private const string Utilisation = "utilisation";
    private const string OneMore = "1";

    private readonly Lock gate = new();
    private CancellationTokenSource? running;

    /// <summary>Ends what is tried.</summary>
    /// <returns>True where something was.</returns>
    public bool End()
    {
        lock (gate)
        {
            running?.Cancel();
            var was = running is not null;
            running = null;
            return was;
        }
    }

    /// <summary>Begins to try.</summary>
    /// <param name="shown">What is known of the scenario, whose busy pools are tried.</param>
    /// <param name="scenario">The scenario; null: the baseline.</param>
    /// <param name="open">It as it stands, to which a unit is added.</param>
    /// <param name="write">Writes a scenario into a file; its path.</param>
    public void Begin(FinishedExperiment shown, string? scenario, EditedScenario open, Func<string, EditedScenario, string> write)
    {
        lock (gate)
        {
            End();
            var cancel = CancellationTokenSource.CreateLinkedTokenSource(workshop.Ends);
            running = cancel;
            _ = Task.Run(() => Try(shown, scenario ?? ExperimentPlan.BaselineId, open, write, cancel.Token));
        }
    }

    private async Task Try(FinishedExperiment shown, string scenario, EditedScenario open, Func<string, EditedScenario, string> write, CancellationToken cancel)
    {
        try
        {
            Say(new BottleneckState { Status = "Looking for what is busy." }, cancel);
            List<(Candidate Candidate, string File)> tried = [];
            foreach (var candidate in Candidates(shown, scenario))
            {
                if (tried.Count == MostTried)
                {
                    break;
                }

                var more = open.With(new SetText("add", candidate.Path.Path, OneMore), "", "one more, to see what it would help");
                var file = write(string.Create(CultureInfo.InvariantCulture, $"one-more-{tried.Count + 1}.yaml"), more);
                if (CanBeMade(file))
                {
                    tried.Add((candidate, file));
                }
            }

            if (tried.Count == 0)
            {
                Say(new BottleneckState { Status = "Nothing is busy enough for one more to matter." }, cancel);
                Leave(cancel);
                return;
            }

            var own = open.IsEmpty ? [] : new[] { write("as-it-is.yaml", open) };
            var work = workshop.Plan([.. own, .. tried.Select(one => one.File)], isFirst: false);
            var growing = workshop.Begin(work with { Plan = work.Plan with { Outer = null } }, isFirst: false);
            var candidates = tried.ConvertAll(one => one.Candidate);
            var doing = Enumerable.Range(1, MostReplications).Select(number => workshop.Gate.Replication(() => growing.Run(number, cancel), cancel)).ToList();
            for (var finished = 0; doing.Count > 0; finished++)
            {
                Say(new BottleneckState
                {
                    Status = string.Create(CultureInfo.InvariantCulture, $"One more of each of {tried.Count}: {finished} of {MostReplications} replications so far."),
                    Rows = finished > 0 ? Rows(growing, shown, candidates, own.Length) : [],
                }, cancel);
                var done = await Task.WhenAny(doing).ConfigureAwait(false);
                doing.Remove(done);
                await done.ConfigureAwait(false);
            }

            Say(new BottleneckState
            {
                Status = string.Create(CultureInfo.InvariantCulture, $"One more of each of {tried.Count}, {MostReplications} replications."),
                Rows = Rows(growing, shown, candidates, own.Length),
            }, cancel);
            Leave(cancel);
        }
        catch (OperationCanceledException)
        {
            // Asked anew, or left.
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            // What fails while it is ended says nothing.
        }
        catch (Exception failure)
        {
            Say(new BottleneckState { Status = workshop.WordsOf(failure) }, cancel);
            Leave(cancel);
        }
    }

    private void Leave(CancellationToken cancel)
    {
        lock (gate)
        {
            if (cancel.IsCancellationRequested)
            {
                return;
            }

            running = null;
        }

        ended();
    }

    /// <summary>Capacities of pools that are busy or for which somebody waits, those with the longest queue first.</summary>
    private IEnumerable<Candidate> Candidates(FinishedExperiment shown, string scenario)
    {
        var period = shown.Results.ShownPeriod;
        var rows = shown.Results.Summaries.Where(row => row.Scenario == scenario && row.Key.Period == period).ToList();
        var use = rows.Where(row => row.Key.Measure == Utilisation).ToDictionary(row => (row.Key.Group, row.Key.Place), row => row.Mean);
        var waiting = rows.Where(row => row.Key.Measure == QueueLength && use.ContainsKey((row.Key.Group, row.Key.Place)))
            .Where(row => row.Mean >= Noticed || use[(row.Key.Group, row.Key.Place)] >= Busy).OrderByDescending(row => row.Mean);
        var paths = workshop.Parts.Where(part => part.Section == "pools").SelectMany(part => part.Paths)
            .Where(path => path.Path.EndsWith(".capacity", StringComparison.Ordinal)).ToDictionary(path => path.Path, StringComparer.Ordinal);
        foreach (var row in waiting)
        {
            var name = row.Key.Place == ResultRow.WholeSystem ? row.Key.Group : $"{row.Key.Group}@{row.Key.Place}";
            if (paths.TryGetValue($"pools.{name}.capacity", out var path))
            {
                yield return new Candidate(path, row.Mean, use[(row.Key.Group, row.Key.Place)]);
            }
        }
    }

    private bool CanBeMade(string file)
    {
        try
        {
            workshop.Plan([file], isFirst: workshop.HasFirst);
            return true;
        }
        catch (CommandFailure)
        {
            // Its capacity is not a number that can be added to.
            return false;
        }
    }

    /// <summary>What one more does to each measure of the headline, replication by replication against the scenario as it is.</summary>
    private static List<BottleneckRow> Rows(GrowingExperiment growing, FinishedExperiment shown, List<Candidate> candidates, int own)
    {
        var (_, result) = growing.SoFar();
        var reference = result.Scenarios[own];
        var period = shown.Results.ShownPeriod;
        var lines = Answer.Of(shown.Results, [])?.Lines.Where(line => !line.IsMoney).Select(line => (line.Id, line.Name, line.Unit, line.Better)).ToList()
            ?? [.. shown.Results.System.Headline.Select(id => shown.Results.System.Measures.First(measure => measure.Id == id))
                .Select(measure => (measure.Id, measure.Title, measure.Unit, measure.Better))];
        var rows = new List<BottleneckRow>();
        var queues = Queues(shown);
        double Of(ScenarioResult of, int at, string measure) => measure == QueueLength ? Waiting(of, at, period, queues) : Value(of, at, period, measure);
        foreach (var line in lines.Prepend((Id: QueueLength, Name: "People who wait, whatever for", Unit: "patients", Better: "lower")))
        {
            for (var index = 0; index < candidates.Count; index++)
            {
                var differences = Enumerable.Range(0, result.Replications.Count)
                    .Select(at => Of(result.Scenarios[own + 1 + index], at, line.Id) - Of(reference, at, line.Id))
                    .Where(double.IsFinite).ToArray();
                rows.Add(new BottleneckRow(line.Id, line.Name, line.Unit, line.Better, candidates[index], Sample.Mean(differences),
                    Sample.HalfWidth(differences.Length, Sample.StandardDeviation(differences))));
            }
        }

        return rows;
    }

    /// <summary>Pools at which people wait in a hospital, for a crew or for care; lists for slots, on which they are at home, are none.</summary>
    private static HashSet<(string Pool, string Place)> Queues(FinishedExperiment shown) =>
        [.. shown.Results.System.Pools.Where(pool => !pool.HasList()).Select(pool => (pool.Id, pool.Place.Length > 0 ? pool.Place : ResultRow.WholeSystem))];

    /// <summary>Mean number who wait in all queues; who waits for two things at once is in both.</summary>
    private static double Waiting(ScenarioResult scenario, int at, string period, HashSet<(string Pool, string Place)> queues) =>
        scenario.Reported[at] is not { } reported ? double.NaN
        : reported.Rows.Where(row => row.Measure == QueueLength && row.Period == period && queues.Contains((row.Group, row.Place)))
            .Select(row => row.Value).Where(double.IsFinite).Sum();

    private static double Value(ScenarioResult scenario, int at, string period, string measure) => scenario.Reported[at]?.Rows
        .Where(row => row.Measure == measure && row.Period == period && row.Place == ResultRow.WholeSystem && row.Group.Length == 0)
        .Select(row => row.Value).DefaultIfEmpty(double.NaN).First() ?? double.NaN;

    private void Say(BottleneckState state, CancellationToken cancel)
    {
        lock (gate)
        {
            if (!cancel.IsCancellationRequested)
            {
                publish(state);
            }
        }
    }
}

/// <summary>A capacity that is tried.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Queue">Mean number waiting for it [patients].</param>
/// <param name="Use">How much of what is open is in use [%].</param>
internal sealed record Candidate(SettablePath Path, double Queue, double Use)
{
    /// <summary>What it is, in words: that of which there is one more, and where.</summary>
    public string Words => Path.Words.EndsWith(": capacity", StringComparison.Ordinal) ? Path.Words[..^": capacity".Length] : Path.Words;
}

/// <summary>What one unit more of a capacity does to a measure.</summary>
/// <param name="Measure">Id of the measure.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Better"><c>higher</c>, <c>lower</c> or empty.</param>
/// <param name="Of">The capacity.</param>
/// <param name="Mean">Mean change.</param>
/// <param name="Half">Half its 95 % interval; NaN with one replication.</param>
internal sealed record BottleneckRow(string Measure, string Name, string Unit, string Better, Candidate Of, double Mean, double Half);

/// <summary>How far the search for the bottleneck is.</summary>
internal sealed record BottleneckState
{
    public string Status { get; init; } = "";

    public IReadOnlyList<BottleneckRow> Rows { get; init; } = [];
}
