using FlowSim.Cli.Manual;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Fitting;

namespace FlowSim.Cli.Tables;

/// <summary>What a fit found, for a reader.</summary>
internal sealed class FitReport(FitOutcome outcome, CalibrationWords words)
{
    /// <summary>Figures that are named as ruling out most, and pairs of them that no point reaches together.</summary>
    private const int Told = 5;

    /// <summary>An input with more than this of its range left was not told much about.</summary>
    private const double NearlyAll = 0.9;

    /// <summary>Members for each input below which their spread says little about what is not ruled out.</summary>
    private const int FewPerInput = 5;

    private readonly IReadOnlyList<FittedTarget> targets = outcome.Targets;

    /// <summary>The inputs, the figures, and what to know of them.</summary>
    public void Write(TextWriter output, int width)
    {
        Paragraph(output, width, Count());
        output.WriteLine();
        output.Write(InputTable(width));
        output.WriteLine();
        output.Write(TargetTable(width));
        output.WriteLine();
        foreach (var note in Notes())
        {
            Paragraph(output, width, note);
        }
    }

    /// <summary>Why nothing is left, figure by figure.</summary>
    public void WriteNothingLeft(TextWriter output, int width)
    {
        var table = new LabelTable("figure", "observed", "as described", "nearest of any point", "off");
        foreach (var target in targets)
        {
            var format = RowFormat.For([target.Observed, target.Described, target.Nearest]);
            table.Add(Name(target), format.Plain(target.Observed), format.Plain(target.Described), format.Plain(target.Nearest),
                Off(target.NearestImplausibility));
        }

        output.Write(table.Render(width));
        output.WriteLine();
        Paragraph(output, width, $"'off' is in standard deviations of all that is uncertain; from {FitOutcome.Limit} on a figure is missed.");
        string[] notes = [.. Unreached(), .. Conflicts()];
        foreach (var note in notes.DefaultIfEmpty("Each figure, and each two of them, is reached by some point, but no point reaches enough of them together."))
        {
            Paragraph(output, width, note);
        }

        var missed = outcome.NearestMisses().Take(Told).Select(one => $"{Name(targets[one.Target])} ({Off(one.Off)})");
        Paragraph(output, width, $"The point that comes nearest to all of them together misses: {string.Join("; ", missed)}.");
    }

    private string Count()
    {
        var failed = outcome.Failed == 0 ? "" : FormattableString.Invariant($" {outcome.Failed} could not be run to their end and are ruled out.");
        var rule = outcome.Rank == 1 ? "the largest" : "the second largest (there are ten figures or more)";
        return FormattableString.Invariant(
            $"{outcome.Members} of {outcome.Points} points are not ruled out: {rule} of their distances from what was observed is below {FitOutcome.Limit} standard deviations of observation, model discrepancy and chance together.{failed}");
    }

    private string InputTable(int width)
    {
        var table = new LabelTable("free input", "range", "not ruled out", "left", "central");
        foreach (var input in outcome.Inputs)
        {
            table.Add(input.Verb == "set" ? input.Title : $"{input.Title} ({(input.Verb == "scale" ? "factor" : "added")})", $"{input.Low} to {input.High}",
                $"{input.Lowest} to {input.Highest}", Percent(input.ShareLeft), input.Central);
        }

        return table.Render(width);
    }

    private string TargetTable(int width)
    {
        var table = new LabelTable("figure", "observed", "as described", "off", "central", "off", "rules out");
        foreach (var target in targets)
        {
            var format = RowFormat.For([target.Observed, target.Described, target.Central]);
            table.Add(Name(target), format.Plain(target.Observed), format.Plain(target.Described), Off(target.DescribedImplausibility),
                format.Plain(target.Central), Off(target.CentralImplausibility), Percent(target.RulesOut));
        }

        return table.Render(width);
    }

    private IEnumerable<string> Notes()
    {
        yield return $"'off' is in standard deviations of all that is uncertain; 'rules out' is the share of the points run that the figure would rule out alone.";
        var most = targets.Where(target => target.RulesOut > 0).OrderByDescending(target => target.RulesOut).Take(Told).Select(Name).ToList();
        yield return most.Count == 0 ? "No figure rules anything out." : $"Ruled out most: {string.Join("; ", most)}.";
        foreach (var note in Unreached())
        {
            yield return note;
        }

        if (outcome.Members < FewPerInput * outcome.Inputs.Count)
        {
            yield return FormattableString.Invariant(
                $"{outcome.Members} members are few for {outcome.Inputs.Count} free inputs: what is not ruled out reaches further than they do, as more points would show.");
        }

        var free = outcome.Inputs.Where(input => input.ShareLeft > NearlyAll).Select(input => input.Title).ToList();
        if (free.Count > 0)
        {
            yield return $"Nothing that was observed says much by itself about: {string.Join(", ", free)}.";
        }

        yield return outcome.More;
    }

    private IEnumerable<string> Unreached()
    {
        var unreached = targets.Where(target => !target.IsReached).Select(Name).ToList();
        if (unreached.Count > 0)
        {
            yield return $"No point comes near: {string.Join("; ", unreached)}. Either the ranges are too narrow, or the description or the figure is wrong, or the model leaves out more than its discrepancy says.";
        }
    }

    private IEnumerable<string> Conflicts()
    {
        var pairs = outcome.Conflicts();
        foreach (var (one, other) in pairs.Take(Told))
        {
            yield return $"In conflict: {Name(targets[one])}, and {Name(targets[other])}: some points reach the one, some the other, none both.";
        }

        if (pairs.Count > Told)
        {
            yield return FormattableString.Invariant($"And {pairs.Count - Told} more pairs are in conflict.");
        }
    }

    private string Name(FittedTarget target) => $"{words.Measure(target.Measure)}, {words.Where(target.Place, target.Group)}, {CalibrationWords.Period(target.Period)}";

    private static string Off(double implausibility) =>
        double.IsFinite(implausibility) ? implausibility.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture) : "-";

    private static string Percent(double share) => FormattableString.Invariant($"{100 * share:0} %");

    private static void Paragraph(TextWriter output, int width, string text)
    {
        foreach (var line in TextLines.Wrap(text, width))
        {
            output.WriteLine(line);
        }
    }
}
