using System.CommandLine;
using FlowSim.Cli.Manual;
using FlowSim.Cli.Options;
using FlowSim.Cli.Running;
using FlowSim.Cli.Tables;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Beds;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Cli;

/// <summary><c>flowsim beds</c>: how many beds of a pool are needed so that at most one in n who come finds none.</summary>
internal static class BedsCommand
{
    public const string Name = "beds";

    public static ManualPage Manual { get; } = new()
    {
        Description =
        [
            "Says how many beds, or units of another pool, are needed so that at most one in 5, 10, 20, 50, 100 or 1000 of those who come finds none free. Where beds are short that cannot be read from those in use: never more are in use than there are. So the system is run as it is described and, beside it, with the same patients and no limit on the pool, from the day on which scenarios begin; how many were then taken, in use or being cleaned, is the demand.",
            "POOL is a pool, a pool at one place (ward-bed@north), or a group, whose pools are counted together place by place. With @PLACE or --place only the pools there are without limit; patients who go there for want of a bed elsewhere then come too, and the notes say how many. Without, there is no limit at any place, and everybody is where he belongs. Surge, and hours at which it is closed, fall away with the limit; hours of taking patients stay.",
            "For each n: the beds needed (mean across replications with its 95 % interval, by what those who come find taken), how full so many would be on average, and two chances in that demand for so many beds, the next whole number: p_full, the share of time with all of them or more taken, and p_delay, that share if nobody could be in a further bed (Erlang's loss form; Monks et al. 2016, BMC Health Services Research 16:530). A system with dates has the same for winter, December to March. The row 'open' is of the beds that there are. The notes say how those who asked fared as it is, and what else the change moves.",
        ],
        Examples =
        [
            ("flowsim beds ward-bed --system two-wards", "in every hospital"),
            ("flowsim beds ward-bed@north --system two-wards --replications 5", "in one of them, in less time"),
            ("flowsim beds stroke-beds --system stroke-unit --replications 2", "the pools of a group together"),
            ("flowsim beds ward-bed --system two-wards --scenario more-community", "under a scenario"),
            ("flowsim beds ward-bed --system two-wards --json", "for a script"),
        ],
        Files =
        [
            ("results/beds.csv", "the rows of the table, by pool, place and period, with the demand as such"),
            .. ManualPage.ResultFiles,
        ],
    };

    public static Command Build(Terminal terminal)
    {
        var pool = new Argument<string>("POOL") { Description = "A pool, a pool at a place (POOL@PLACE), or a group of pools." };
        var scenario = new Option<string>("--scenario")
        {
            HelpName = "ID",
            Description = $"The scenario under which beds are counted, {AskedSystem.Scenario}.",
            DefaultValueFactory = _ => ExperimentPlan.BaselineId,
        };
        var place = new Option<string?>("--place") { HelpName = "PLACE", Description = "No limit only there: a hospital, a locality." };
        var command = new Command(Name, "how many beds are needed") { pool, scenario, place };
        UnknownOption.Refuse(pool, command);
        var options = ExperimentOptions.AddBedsTo(command);
        var trace = TraceOptions.AddTo(command);
        command.SetAction(result => Run(terminal, options.Read(result) with { Trace = trace.Read(result) },
            (result.GetValue(pool)!, result.GetValue(place), result.GetValue(scenario)!), CommandText.Of(result)));
        return command;
    }

    private static int Run(Terminal terminal, ExperimentSettings settings, (string Pool, string? Place, string Scenario) typed, string commandLine)
    {
        var read = AskedSystem.OfOne(LoadedSystem.Read(settings.System, terminal, settings.Quiet), typed.Scenario, terminal, settings.Quiet);
        var (system, asked) = (read.System, typed with { Scenario = read.Ids[0] });
        var pools = Find(terminal, system, asked);
        var isUnlimited = IsUnlimited(terminal, system, settings, asked.Scenario, pools);
        var withoutLimit = isUnlimited ? asked.Scenario : pools.Id;
        var changed = isUnlimited ? system : LoadedSystem.Of(pools.AddedTo(system.Files));
        var session = new ExperimentSession(terminal, settings, changed, commandLine)
        {
            Named = read.Inputs,
            Demands = [pools.Name],
            CountsBeds = (plan, result) =>
            [
                .. BedCounts.Of(result, withoutLimit, asked.Scenario, ShownPeriod(plan, result), pools.Kind)
                    .Where(row => pools.Places.Contains(row.Place)),
            ],
        };
        return session.Run([.. new[] { asked.Scenario, withoutLimit }.Distinct()],
            finished => Print(terminal, settings, system, finished, new BedsAsked(pools, asked.Scenario, withoutLimit)));
    }

    private static PoolsWithoutLimit Find(Terminal terminal, LoadedSystem system, (string Pool, string? Place, string Scenario) asked)
    {
        var problems = new ProblemList { Sources = system.Files.Sources };
        var pools = PoolsWithoutLimit.Find(system.Files, asked.Scenario, asked.Pool, asked.Place, problems, out var message);
        if (pools is null && message.Length > 0)
        {
            throw new CommandFailure(ExitCode.Usage, $"system {system.Id}: {message}");
        }

        terminal.Report(problems, quiet: true);
        return pools ?? throw LoadedSystem.InvalidInput(problems);
    }

    /// <summary>True where there is no limit on any of them as it is: then there is nothing to take away.</summary>
    private static bool IsUnlimited(Terminal terminal, LoadedSystem system, ExperimentSettings settings, string scenario, PoolsWithoutLimit pools)
    {
        var problems = new ProblemList { Sources = system.Files.Sources };
        var overrides = new RunOverrides(settings.Years, settings.Days, settings.WarmUp?.Text, settings.Replications);
        var builder = new TimelineBuilder(system.Files, overrides, problems);
        var baseline = Interruptible.Run(builder.Baseline, terminal.Interrupt);
        var timeline = baseline is null || scenario == ExperimentPlan.BaselineId ? baseline
            : Interruptible.Run(() => builder.Scenario(scenario, baseline.First.Run), terminal.Interrupt);
        if (timeline is null)
        {
            terminal.Report(problems, settings.Quiet);
            throw LoadedSystem.InvalidInput(problems);
        }

        return timeline.First.Pools.Where(pool => pools.Pools.Contains(pool.Name)).All(pool => pool.Unlimited);
    }

    private static string ShownPeriod(ExperimentPlan plan, ExperimentResult result) =>
        Periods.Shown(result.Scenarios.SelectMany(scenario => scenario.Reported).OfType<Simulator.Measures.ReplicationResult>().First().Rows
            .Select(row => row.Period), Periods.EndsWithYear(plan.Run));

    private static void Print(Terminal terminal, ExperimentSettings settings, LoadedSystem system, FinishedExperiment finished, BedsAsked asked)
    {
        if (settings.Json)
        {
            JsonResults.Write(terminal.Out, finished.Results.Beds);
            return;
        }

        var names = SystemNames.Of(finished.Results.System);
        var what = asked.IsUnlimited ? $"{asked.Described}: there is no limit on {asked.What} as it is"
            : $"{asked.Described}, and the same without limit on {asked.What}";
        TableHeading.Write(terminal.Out, finished, system.Title, what, terminal.Width);
        terminal.Out.Write(BedsTable.Render(finished.Results.Beds, names, asked.Pools.Kind, terminal.Width));
        TableHeading.WriteNotes(terminal.Out, BedsNotes.Of(finished, names, asked, ShownPeriod(finished.Plan, finished.Replications)), terminal.Width);
    }
}

/// <summary>What beds are counted of.</summary>
/// <param name="Pools">The pools.</param>
/// <param name="Described">Id of the scenario in which they are as described.</param>
/// <param name="WithoutLimit">Id of that in which there is no limit on them.</param>
internal sealed record BedsAsked(PoolsWithoutLimit Pools, string Described, string WithoutLimit)
{
    /// <summary>True where there is no limit on them as it is.</summary>
    public bool IsUnlimited => Described == WithoutLimit;

    /// <summary>The pools, by their place where it is not all of them.</summary>
    public string What => Pools.IsAll ? Pools.Name : $"{Pools.Name} at {string.Join(", ", Pools.Places)}";
}
