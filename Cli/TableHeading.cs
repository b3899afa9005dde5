using FlowSim.Cli.Manual;
using FlowSim.Cli.Running;
using FlowSim.Cli.Tables;

namespace FlowSim.Cli;

/// <summary>What stands above and below a table.</summary>
internal static class TableHeading
{
    public static void Write(TextWriter output, FinishedExperiment finished, string title, string what, int width)
    {
        WriteWrapped(output, title.Length > 0 ? $"{finished.Results.Run.System}: {title}" : finished.Results.Run.System, width);
        WriteWrapped(output, what, width);
        WriteWrapped(output, FormattableString.Invariant($"{Counted.Replications(finished.Results.Run)}, seed {finished.Plan.Seed}"), width);
        output.WriteLine();
        var titled = finished.Plan.Scenarios.Where(scenario => scenario.Title.Length > 0 && scenario.Title != title).ToList();
        foreach (var scenario in titled)
        {
            WriteWrapped(output, $"{scenario.Id}: {scenario.Title}", width);
        }

        if (titled.Count > 0)
        {
            output.WriteLine();
        }
    }

    public static void WriteNotes(TextWriter output, IEnumerable<string> notes, int width)
    {
        foreach (var note in notes)
        {
            WriteWrapped(output, note, width);
        }
    }

    private static void WriteWrapped(TextWriter output, string text, int width)
    {
        foreach (var line in TextLines.Wrap(text, width))
        {
            output.WriteLine(line);
        }
    }
}
