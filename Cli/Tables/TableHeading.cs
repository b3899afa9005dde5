using FlowSim.Cli.Manual;

namespace FlowSim.Cli.Tables;

/// <summary>What stands above and below a table.</summary>
internal static class TableHeading
{
    public static void Write(TextWriter output, FinishedExperiment finished, string title, string what, int width)
    {
        var replications = finished.Result.Complete ? finished.Result.Replications.Count : finished.Result.Finished;
        WriteWrapped(output, title.Length > 0 ? $"{finished.Manifest.System}: {title}" : finished.Manifest.System, width);
        WriteWrapped(output, what, width);
        WriteWrapped(output, FormattableString.Invariant($"{replications} {(replications == 1 ? "replication: no intervals" : "replications")}, seed {finished.Plan.Seed}{(finished.Result.Complete ? "" : $", INCOMPLETE: {finished.Plan.Replications} were asked for")}"), width);
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
