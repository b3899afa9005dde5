using FlowSim.Plots.Report.Html;

namespace FlowSim.Plots.Report.Sections;

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
