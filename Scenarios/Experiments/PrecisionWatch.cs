using FlowSim.Simulator.Measures;

namespace FlowSim.Scenarios.Experiments;

/// <summary>Looks at replications in their order and says when there are enough: so the number depends on no thread.</summary>
internal sealed class PrecisionWatch
{
    private readonly ExperimentPlan plan;
    private readonly PrecisionGoal goal;
    private readonly Dictionary<(string Scenario, string Measure, string Group, bool IsDifference), WatchedValue> values = [];
    private string? period;
    private int preciseFrom;

    public PrecisionWatch(ExperimentPlan plan, PrecisionGoal goal) => (this.plan, this.goal) = (plan, goal);

    /// <summary>Replications looked at.</summary>
    public int Replications { get; private set; }

    /// <summary>True when all has been precise for as many more as have to say the same.</summary>
    public bool IsEnough => preciseFrom > 0 && Replications >= preciseFrom + PrecisionGoal.LookAhead(preciseFrom);

    /// <summary>The value that is furthest from what was asked for, or nearest to it; null: nothing is watched.</summary>
    public WatchedValue? Binding => values.Values.Where(value => value.N > 0).MaxBy(value => double.IsNaN(value.Size) ? double.PositiveInfinity : value.Size);

    /// <summary>Replications to have next: those that would do as it looks now, at most twice as many, and those that have to say the same.</summary>
    public int Next()
    {
        var needed = preciseFrom > 0 ? preciseFrom : Math.Clamp(Needed, Replications + 1, Math.Max(Replications + 1, 2 * Replications));
        needed = Math.Max(needed, PrecisionGoal.Least);
        return Math.Min(Math.Max(needed + PrecisionGoal.LookAhead(needed), Replications + 1), goal.Most);
    }

    /// <summary>Replications that would do if they vary as those so far.</summary>
    public int Needed => Math.Max(PrecisionGoal.Least, values.Values.Select(value => value.Needed(Replications)).DefaultIfEmpty(0).Max());

    /// <summary>The next replication.</summary>
    /// <param name="reported">By scenario, in the order of the plan.</param>
    public void Add(IReadOnlyList<ReplicationResult> reported)
    {
        period ??= Periods.Shown(reported[0].Rows.Select(row => row.Period).Distinct(), Periods.EndsWithYear(plan.Run));
        var all = reported.Select(Watched).ToList();
        var baseline = plan.Scenarios.ToList().FindIndex(scenario => scenario.Id == ExperimentPlan.BaselineId);
        for (var scenario = 0; scenario < all.Count; scenario++)
        {
            foreach (var (key, row) in all[scenario])
            {
                var before = baseline >= 0 && all[baseline].TryGetValue(key, out var there) ? there.Value : double.NaN;
                var level = double.IsNaN(before) ? Math.Abs(row.Value) : Math.Max(Math.Abs(row.Value), Math.Abs(before));
                Value(scenario, row, isDifference: false).Add(row.Value, level);
                if (baseline >= 0 && scenario != baseline)
                {
                    Value(scenario, row, isDifference: true).Add(row.Value - before, level);
                }
            }
        }

        Replications++;
        preciseFrom = Replications < PrecisionGoal.Least || !values.Values.All(value => value.IsPrecise) ? 0 : preciseFrom > 0 ? preciseFrom : Replications;
    }

    /// <summary>How far it has come.</summary>
    /// <param name="isStopped">True where replications are missing: nothing of what was asked for ended it.</param>
    public PrecisionReached Reached(bool isStopped)
    {
        var binding = Binding;
        return new PrecisionReached
        {
            Asked = goal.Usual?.Size ?? double.NaN,
            Reached = IsEnough,
            Replications = Replications,
            Most = goal.Most,
            MostSeconds = goal.Time?.Length.TotalSeconds ?? double.NaN,
            EndedBy = isStopped ? "stopped" : IsEnough ? "precision" : Replications >= goal.Most ? "replications" : "time",
            Watched = values.Count,
            Measure = binding?.Measure ?? "",
            Scenario = binding?.Scenario ?? "",
            IsDifference = binding is { IsDifference: true },
            Unit = binding?.Unit ?? "",
            HalfWidth = binding?.HalfWidth ?? double.NaN,
            Tolerance = binding?.Allowed ?? double.NaN,
            Needed = Needed,
        };
    }

    /// <summary>What is watched of a replication of a scenario: totals, or groups where there is no total.</summary>
    private Dictionary<(string Measure, string Group), ResultRow> Watched(ReplicationResult result)
    {
        List<ResultRow> rows = [.. result.Rows.Where(row => row.Period == period && row.Place == ResultRow.WholeSystem && goal.Measures.Contains(row.Measure))];
        return SpinUpYear.Counting(rows).ToDictionary(row => (row.Measure, row.Group));
    }

    private WatchedValue Value(int scenario, ResultRow row, bool isDifference)
    {
        var id = plan.Scenarios[scenario].Id;
        if (!values.TryGetValue((id, row.Measure, row.Group, isDifference), out var value))
        {
            var bound = SettledBounds.Of(plan.Baseline.First, row.Measure, row.Unit);
            var tolerance = goal.Own.TryGetValue(row.Measure, out var own) ? own : goal.Usual!.Value;
            value = new WatchedValue(id, row.Measure, row.Unit, isDifference, tolerance, bound.OfLevel ? 0 : bound.Size);
            values.Add((id, row.Measure, row.Group, isDifference), value);
        }

        return value;
    }
}
