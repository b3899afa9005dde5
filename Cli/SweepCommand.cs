using System.CommandLine;
using FlowSim.Cli.Manual;
using FlowSim.Cli.Options;
using FlowSim.Cli.Running;
using FlowSim.Cli.Tables;
using FlowSim.Plots.Charts;
using FlowSim.Plots.Frame;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Sweeps;

namespace FlowSim.Cli;

/// <summary><c>flowsim sweep</c>: many designs of a few factors.</summary>
internal static class SweepCommand
{
    public const string Name = "sweep";

    public static ManualPage Manual { get; } = new()
    {
        Description =
        [
            "Runs many designs: every combination of some values of some factors (a grid), points spread evenly between their ends (a Latin hypercube), or the rows of a file. A factor is anything that --set can set. Of a system with a branch, factors change from that day on, and every design goes on from the same spin-up, with the same patients and the same random numbers, so that what designs differ by is due to the factors.",
            "The table has the headline measures of the whole system, design by design, with half their 95 % intervals; * marks what differs from the system as described by more than chance. The files have every place and year, tidy: a row an observation, a column a variable, the factors among them, for R, pandas or a spreadsheet. Of two factors on a grid a heat map of each measure is drawn; 'flowsim explore' draws others to look at.",
            "A design that makes no valid system, or cannot go on, is left out and told. Interrupted, what is finished is written. What a few designs do in every detail a comparison shows: 'flowsim compare --set'.",
        ],
        Examples =
        [
            ("flowsim sweep --system two-wards --factor \"pools.ward-bed@north.capacity=54 to 62 step 2\"", "one factor"),
            ("flowsim sweep --system two-wards --factor \"pools.ward-bed@north.capacity=54 to 62 step 2\" --factor \"streams.admissions.rate*=0.9, 1, 1.1\"",
                "a grid of two, with heat maps"),
            ("flowsim sweep --system two-wards --design latin --points 50 --factor \"pools.ward-bed@north.capacity+=0 to 8\" --factor \"streams.admissions.rate*=0.9 to 1.1\"",
                "50 designs of two factors"),
            ("flowsim sweep --system two-wards --design designs.csv --measures wait_mean", "designs of one's own"),
        ],
        Files =
        [
            ($"sweep/{SweepFiles.Means}", "mean, interval and difference of each measure by design, period, place and group; the factors are the last columns"),
            ($"sweep/{SweepFiles.Replications}", "the value of each replication"),
            ($"sweep/{SweepFiles.Designs}", "the designs; --design takes it as it is"),
            ("sweep/charts/*.svg", "of each measure: a heat map of two factors on a grid, or the values over one factor"),
            ("sweep/manifest.json", "how the results came about"),
        ],
    };

    public static Command Build(Terminal terminal)
    {
        var command = new Command(Name, "many designs of a few factors");
        var options = SweepOptions.AddTo(command);
        command.SetAction(result => Run(terminal, options.Read(result), CommandText.Of(result)));
        return command;
    }

    private static int Run(Terminal terminal, SweepSettings settings, string commandLine)
    {
        var session = new SweepSession(terminal, settings.Experiment, settings.On, commandLine);
        var measures = session.Measures(settings.Measures);
        var (factors, designs) = Designed(terminal, settings, session.System);
        var described = new DesignPoint(DesignPoint.AsDescribed, [], [], [.. Enumerable.Range(1, settings.Experiment.Replications!.Value)]);
        var isFile = settings.Design is not (SweepOptions.Grid or SweepOptions.Latin);
        var plan = session.Plan(factors, [described, .. designs], isFile ? designs.Take(1) : DesignPoint.Ends(factors), measures);
        return session.Run(plan, result => Print(terminal, settings, session, plan, result), (result, facts) =>
        [
            .. Charts(session, plan, result, facts),
            (SweepFiles.Means, stream => SweepFiles.WriteMeans(stream, factors, SweepRow.Of(result))),
            (SweepFiles.Replications, stream => SweepFiles.WriteReplications(stream, factors, result)),
            (SweepFiles.Designs, stream => SweepFiles.WriteDesigns(stream, factors, plan.Points)),
        ]);
    }

    /// <summary>A chart of each measure of the table: over the values of one factor, or a heat map of a grid of two.</summary>
    private static IEnumerable<(string Name, Action<Stream> Write)> Charts(SweepSession session, SweepPlan plan, SweepResult result, ResultSet facts)
    {
        var (rows, request) = (SweepRow.Of(result), new ChartRequest { Results = facts });
        return PlotFiles.AmongFiles(session.WholeSystem(result, plan.Measures)
            .SelectMany(key => HeatMap.Of(request, plan.Factors, rows, key) is { } map ? [map] : FactorCurve.Of(request, plan.Factors, rows, key)));
    }

    private static (IReadOnlyList<Factor> Factors, IReadOnlyList<DesignPoint> Points) Designed(Terminal terminal, SweepSettings settings, LoadedSystem system)
    {
        var replications = settings.Experiment.Replications!.Value;
        if (settings.Design is not (SweepOptions.Grid or SweepOptions.Latin))
        {
            return OfFile(terminal, settings, system);
        }

        var factors = SweepSession.Typed(settings.Factors, system);
        if (settings.Design == SweepOptions.Latin)
        {
            const int UsualPoints = 10;
            return (factors, Designs.Latin(factors, settings.Points ?? (UsualPoints * factors.Count), settings.Experiment.Seed, replications));
        }

        return Designs.GridSize(factors) <= Designs.Most ? (factors, Designs.Grid(factors, replications))
            : throw new CommandFailure(ExitCode.Usage,
                $"this grid has more than {Designs.Most} designs: name fewer values of each factor, such as 'in 3', or take --design latin --points N");
    }

    private static (IReadOnlyList<Factor> Factors, IReadOnlyList<DesignPoint> Points) OfFile(Terminal terminal, SweepSettings settings, LoadedSystem system)
    {
        if (!File.Exists(settings.Design))
        {
            throw new CommandFailure(ExitCode.Usage,
                $"--design: expected grid, latin or a CSV file that exists, received '{settings.Design}'. {Nearest.Hint(settings.Design, [SweepOptions.Grid, SweepOptions.Latin])}".TrimEnd());
        }

        var problems = new ProblemList { Sources = system.Files.Sources };
        var read = Designs.Of(File.ReadAllBytes(settings.Design), settings.Design, system.Files, settings.Experiment.Replications!.Value, problems);
        terminal.Report(problems, settings.Experiment.Quiet);
        return read ?? throw LoadedSystem.InvalidInput(problems);
    }

    private static void Print(Terminal terminal, SweepSettings settings, SweepSession session, SweepPlan plan, SweepResult result)
    {
        if (settings.Experiment.Json)
        {
            JsonResults.Write(terminal.Out, stream => SweepFiles.WriteJson(stream, plan.Factors, SweepRow.Of(result)));
            return;
        }

        terminal.Out.Write(new SweepTable(session.Names, plan.Factors, session.WholeSystem(result, plan.Measures), session.Period(result))
            .Render(result, plan.Points[0].Replications.Count, terminal.Width));
    }
}
