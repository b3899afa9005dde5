using FlowSim.Plots.Answers;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Report;

/// <summary>What was asked: which system, which scenarios, which time. A run that was interrupted says so before anything else.</summary>
internal static class TitleSection
{
    public static void Write(HtmlWriter page, ReportData data)
    {
        var run = data.Results.Run;
        page.Open("header");
        page.Element("p", "Simulation report", ("class", "kind"));
        page.Element("h1", data.Results.System.Title);
        page.Element("p", Asked(data), ("class", "asked"));
        if (!run.Complete)
        {
            page.Element("p", Interrupted(run), ("class", "warning"), ("role", "note"));
        }

        page.Close();
    }

    private static string Asked(ReportData data)
    {
        var period = data.During(data.Period);
        var run = data.Results.Run;
        var time = ReportPeriods.IsOfSpinUp(run, data.Period) ? " It is the last year of the spin-up, before scenarios branch off."
            : run.HasDates ? $" Measured: {ReportDates.InWords(run)}."
            : FormattableString.Invariant($" Measured for {run.Days:0.##} days.");
        return data.IsComparison
            ? FormattableString.Invariant(
                $"What does {(data.Compared.Count == 1 ? $"“{data.TitleOf(data.Compared[0])}” change" : $"each of {data.Compared.Count} scenarios change")} {period}, compared with the system as it is described (the baseline)?{time}")
            : $"What does “{data.TitleOf(data.Reference)}” give {period}? Nothing was compared.{time}";
    }

    private static string Interrupted(RunFacts run) => FormattableString.Invariant(
        $"INCOMPLETE: this run did not come to its end. {run.Replications} of {run.ReplicationsPlanned} replications are finished for all scenarios; the intervals are wider than planned, and rows rest on different numbers of replications.");
}

/// <summary>
/// What the command said after the run: overloads, differences that pairing did not narrow, a spin-up that had not settled, the fullest pools.
/// </summary>
internal static class NoteSection
{
    private const string Warning = "warning: ";
    private const string Note = "note: ";

    public static PageSection Of(ReportData data)
    {
        var notes = data.Results.Run.Notes;
        return new PageSection("notes", "Before these numbers are used", null, notes.Count == 0 ? null : page => Write(page, notes));
    }

    private static void Write(HtmlWriter page, IReadOnlyList<string> notes)
    {
        page.Element("p", "What the program said after the run.", ("class", "note")).Open("ul").EndLine();
        foreach (var note in notes)
        {
            page.Open("li");
            if (note.StartsWith(Warning, StringComparison.Ordinal))
            {
                page.Element("strong", "Warning:").Text(" " + note[Warning.Length..] + ".");
            }
            else
            {
                page.Text(Sentence(note.StartsWith(Note, StringComparison.Ordinal) ? note[Note.Length..] : note));
            }

            page.Close();
        }

        page.Close();
    }

    private static string Sentence(string text) => (text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..]) + ".";
}
