using FlowSim.Cli.Manual;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Explaining;
using FlowSim.Scenarios.Results;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;

namespace FlowSim.Cli;

/// <summary>What <c>flowsim explain</c> says, in sentences.</summary>
internal sealed class MeasureWords(TextWriter output, int width, SystemNames names, StageNeeds needs, string? asked)
{
    private const string Indent = "  ";
    private const double MinutesAnHour = 60;
    private const double MinutesADay = 1_440;

    /// <summary>Stages and pools that are named of those counted.</summary>
    private const int MostNamed = 6;

    /// <summary>Waits told one by one.</summary>
    private const int MostWaits = 3;

    /// <summary>Places told beside the whole system.</summary>
    private const int MostPlaces = 4;

    /// <summary>Pools followed.</summary>
    private const int MostPools = 5;

    /// <summary>Stages told of one pool.</summary>
    private const int MostHolding = 4;

    /// <summary>A pool that is less in use makes few wait [%].</summary>
    private const double Full = 85;

    /// <summary>Fewer patients than this, on average, are not worth a word.</summary>
    private const double Few = 0.05;

    public void Say(string text, string first = "", string further = "")
    {
        var indent = first;
        foreach (var line in TextLines.Wrap(text, width - Math.Max(first.Length, further.Length)))
        {
            output.WriteLine(indent + line);
            indent = further;
        }
    }

    /// <summary>What it is.</summary>
    public void Definition(MeasureFacts measure)
    {
        var better = measure.Better.Length > 0 ? $"; {measure.Better} is better" : "";
        Say($"{(measure.Title.Length > 0 ? measure.Title : names.Measure(measure.Id))} ({measure.Id}, {measure.Unit}{better})");
        if (measure.Definition.Length > 0)
        {
            Say(measure.Definition, Indent, Indent);
        }

        foreach (var standard in measure.Standards)
        {
            var of = standard.Group.Length > 0 ? $" of {names.Group(standard.Group)}" : "";
            Say(FormattableString.Invariant($"Held against{of}: {standard.Value:G6} {measure.Unit} ({standard.Name})."), Indent, Indent);
        }

        if (measure.Source.Length > 0)
        {
            Say($"Source: {measure.Source}", Indent, Indent);
        }
    }

    /// <summary>What drives it, as far as the description tells.</summary>
    public void FromDescription(MeasureDrivers drivers)
    {
        output.WriteLine();
        Counted(drivers);
        var waiting = (drivers.IsOfAll ? [] : drivers.Stages).Where(stage => needs.PlacesOf(stage).Count + needs.StaffOf(stage).Count > 0);
        foreach (var stage in waiting.Take(MostNamed))
        {
            Say($"{names.GroupHeading(stage)} waits for {Needs(stage)}.", Indent, Indent + Indent);
        }

        foreach (var pool in drivers.Pools.Take(MostPools))
        {
            Say($"{names.GroupHeading(pool)} is held by whoever is in a stage that asks for it, and until the next place has been taken.", Indent, Indent + Indent);
        }
    }

    /// <summary>What drove it in a run.</summary>
    public void FromResults(MeasureFacts measure, MeasureDrivers drivers, ResultSet results)
    {
        var scenario = asked is not null ? asked
            : results.Run.Scenarios.Contains(ExperimentPlan.BaselineId) ? ExperimentPlan.BaselineId : results.Run.Scenarios[0];
        var period = results.ShownPeriod;
        var rows = results.Summaries.Where(row => row.Scenario == scenario && row.Key.Period == period && row.Key.Measure == measure.Id).ToList();
        var chain = new WaitChain(results, needs, scenario, period);
        Say(Levels(rows, measure.Unit, scenario, period), Indent, Indent);
        output.WriteLine();
        Counted(drivers);
        string[] places =
        [
            .. rows.Where(row => row.Key.Group.Length == 0).Select(row => row.Key.Place).Where(place => place != ResultRow.WholeSystem).Take(MostPlaces),
        ];
        if (drivers.IsCount)
        {
            Coming(drivers, chain);
            return;
        }

        var isOfPools = drivers.Stages.Count == 0 && drivers.Pools.Count > 0;
        var waits = isOfPools ? chain.HoldingUp(drivers.Pools) : chain.Waits(drivers);
        Waits(waits, isOfPools ? "Who holds these and waits for the next place" : "Where they wait", chain, places);
        Pools([.. waits.Take(MostWaits).SelectMany(wait => NeededBy(wait.Stage)), .. drivers.Pools], chain, places);
    }

    private void Counted(MeasureDrivers drivers)
    {
        var stages = string.Join(", ", drivers.Stages.Take(MostNamed).Select(names.Group));
        var more = drivers.Stages.Count > MostNamed ? FormattableString.Invariant($" and {drivers.Stages.Count - MostNamed} more") : "";
        if (drivers.IsOfAll)
        {
            Say("Every stage or pool has one of its own; in result files the column 'group' says of which.");
        }
        else if (drivers.Clocks.Count > 0)
        {
            Say($"Its clock ({string.Join(", ", drivers.Clocks)}) runs in {stages}{more}{(drivers.IsCount ? "" : "; a wait for the next place is part of it")}.");
        }
        else if (drivers.Stages.Count > 0)
        {
            Say($"It counts at {stages}{more}.");
        }

        if (drivers.Pools.Count > 0)
        {
            var listed = string.Join(", ", drivers.Pools.Take(MostNamed).Select(names.Group));
            Say($"It counts in {listed}{(drivers.Pools.Count > MostNamed ? " and others" : "")}.");
        }
    }

    private void Coming(MeasureDrivers drivers, WaitChain chain)
    {
        var from = chain.ComingTo(drivers.Stages.ToHashSet(StringComparer.Ordinal));
        Say("It counts patients, not times: what drives it is how many come. Waits change it only as far as they make patients give up or go elsewhere.");
        if (from.Count > 0)
        {
            Say($"They come, a day, from {string.Join(", ", from.Take(MostNamed).Select(one => $"{names.Group(one.From)} ({Number(one.PerDay)})"))}{(from.Count > MostNamed ? " and others" : "")}.");
        }
    }

    private string Levels(List<Summary> rows, string unit, string scenario, string period)
    {
        var plain = rows.Where(row => row.Key.Group.Length == 0).OrderBy(row => row.Key.Place == ResultRow.WholeSystem ? 0 : 1).Take(MostPlaces + 1).ToList();
        return plain.Count == 0
            ? $"In these results ({scenario}, {period}) it has no value for the whole; it is told by group."
            : $"In these results ({scenario}, {period}): {string.Join(", ", plain.Select(row => $"{names.Place(row.Key.Place)} {Number(row.Mean)}"))} {unit}.";
    }

    private void Waits(IReadOnlyList<StageWait> waits, string heading, WaitChain chain, string[] places)
    {
        var all = waits.Sum(wait => wait.Patients);
        if (all < Few)
        {
            Say("Nearly nobody waits.");
            return;
        }

        Say(FormattableString.Invariant($"{heading} ({Number(all)} patients at a time, on average):"));
        foreach (var wait in waits.Take(MostWaits).Where(wait => wait.Patients >= Few))
        {
            var by = string.Join(", ", places.Select(place => (Place: place, Wait: chain.MeanWait(wait.Stage, place))).Where(one => !double.IsNaN(one.Wait))
                .Select(one => $"{names.Place(one.Place)} {Length(one.Wait)}"));
            Say(FormattableString.Invariant($"{names.GroupHeading(wait.Stage)}: {Length(wait.Minutes)} on average{(by.Length > 0 ? $" ({by})" : "")}; {100 * wait.Patients / all:F0} % of the waiting; for {Needs(wait.Stage)}"),
                Indent, Indent + Indent);
        }
    }

    /// <summary>How full pools are, and what holds up those that are full, pool after pool.</summary>
    private void Pools(IReadOnlyList<string> asked, WaitChain chain, string[] places)
    {
        Say(FormattableString.Invariant($"How full that is, and what holds up what is full (over {Full} % in use somewhere):"));
        var open = new Queue<string>(asked);
        var told = new HashSet<string>(StringComparer.Ordinal);
        while (open.TryDequeue(out var pool) && told.Count < MostPools)
        {
            var inUse = chain.InUse(pool);
            var shares = places.Select(place => (Place: place, Share: chain.InUse(pool, place))).Where(one => !double.IsNaN(one.Share)).ToList();
            var isFull = shares.Select(one => one.Share).Append(inUse).Any(share => share >= Full);
            if ((!isFull && !(asked.Contains(pool) && double.IsFinite(inUse))) || !told.Add(pool))
            {
                continue;
            }

            var by = string.Join(", ", shares.Select(one => FormattableString.Invariant($"{names.Place(one.Place)} {one.Share:F0}")));
            List<StageWait> holding = isFull ? [.. chain.HoldingUp(pool).Where(wait => wait.Patients >= Few)] : [];
            Say(FormattableString.Invariant($"{names.GroupHeading(pool)}: {inUse:F0} % of what is open is in use{(by.Length > 0 ? $" ({by})" : "")}. {(isFull ? Held(pool, holding, chain) : "It is not full: who waits for it came when it happened to be, or outside its hours.")}").TrimEnd(),
                Indent, Indent + Indent);
            holding.Take(MostHolding).SelectMany(wait => NeededBy(wait.Stage)).ToList().ForEach(open.Enqueue);
        }

        if (told.Count == 0)
        {
            Say("Nothing: waits come from hours, and from who comes when.", Indent, Indent);
        }
    }

    /// <summary>What a stage asks for first: its staff, and the first of the places that it may take.</summary>
    private IEnumerable<string> NeededBy(string stage) => needs.StaffOf(stage).Concat(needs.PlacesOf(stage).Take(1));

    private string Held(string pool, List<StageWait> holding, WaitChain chain)
    {
        if (holding.Count == 0)
        {
            return "";
        }

        var open = chain.Open(pool);
        var of = double.IsNaN(open) ? "" : $" of {Number(open)}";
        var waits = string.Join(", ", holding.Take(MostHolding).Select(wait => $"{names.Group(wait.Stage)} ({Number(wait.Patients)}, {Length(wait.Minutes)} each)"));
        return $"About {Number(holding.Sum(wait => wait.Patients))}{of} are held by patients who wait for {waits}{(holding.Count > MostHolding ? " and others" : "")}.";
    }

    /// <summary>What is waited for; alternatives of a place in the order in which they are asked for.</summary>
    private string Needs(string stage)
    {
        var places = string.Join(" or ", needs.PlacesOf(stage).Take(2).Select(names.Group));
        var staff = string.Join(" or ", needs.StaffOf(stage).Take(2).Select(names.Group));
        return string.Join(", then ", new[] { places, staff }.Where(text => text.Length > 0));
    }

    private static string Length(double minutes) => minutes < 2 * MinutesAnHour ? FormattableString.Invariant($"{minutes:F0} min")
        : minutes < 2 * MinutesADay ? FormattableString.Invariant($"{minutes / MinutesAnHour:F1} h")
        : FormattableString.Invariant($"{minutes / MinutesADay:F1} d");

    private static string Number(double value) => double.IsNaN(value) ? "–"
        : Math.Abs(value) >= 100 ? FormattableString.Invariant($"{value:N0}") : FormattableString.Invariant($"{value:G3}");
}
