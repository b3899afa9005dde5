using FlowSim.Plots.Answers;
using FlowSim.Plots.Drawings;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Report;

/// <summary>The report: one HTML page that works without a network and without scripts, the answer first.</summary>
public static class Page
{
    /// <summary>Name of the file in a result folder.</summary>
    public const string FileName = "report.html";

    /// <summary>The page of a result folder.</summary>
    public static string Of(ResultSet results)
    {
        var data = new ReportData(results);
        var drawings = new PageDrawings();
        var body = new HtmlWriter();
        Body(body, data, drawings);

        // How the drawings look is known when they have been written, and stands before them.
        var page = new HtmlWriter().Raw("<!DOCTYPE html>\n").Open("html", ("lang", "en-GB"));
        Head(page, data, drawings.Looks);
        return page.Raw(body.ToString()).Close().ToString();
    }

    private static void Body(HtmlWriter page, ReportData data, PageDrawings drawings)
    {
        page.Open("body").Element("a", "Skip to the answer", ("class", "skip"), ("href", "#answer")).EndLine();
        TitleSection.Write(page, data);
        var charts = ChartSection.Draw(data);
        List<PageSection> sections =
        [
            AnswerSection.Of(data, charts, drawings),
            OptimumSection.Of(data, charts, drawings),
            GivingWaySection.Of(data),
            NoteSection.Of(data),
            ComparisonSection.Of(data),
            SumOfPartsSection.Of(data),
            InputEffectSection.Of(data),
            ChartSection.Of(data, charts, drawings),
            LedgerSection.Of(data),
            ClaimSection.Of(data),
            CalibrationSection.Of(data),
            PredictionSection.Of(data),
            ChangeSection.Of(data),
            AssumptionSection.Of(data),
            MethodSection.Of(data),
        ];
        var shown = sections.FindAll(section => section.IsShown);
        var main = new HtmlWriter();
        shown.ForEach(section => section.Write(main));
        var glossary = GlossarySection.Of(data, main.ToString());
        Contents(page, glossary.IsShown ? [.. shown, glossary] : shown);
        page.Open("main").Raw(main.ToString());
        if (glossary.IsShown)
        {
            glossary.Write(page);
        }

        page.Close();
        Foot(page, data);
        drawings.Write(page);
        page.Open("script").Raw(PageScript.Script).Close();
        page.Close();
    }

    private static void Head(HtmlWriter page, ReportData data, SharedLooks looks)
    {
        page.Open("head").EndLine();
        page.Void("meta", ("charset", "utf-8"));
        page.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", PageScript.Policy));
        page.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        page.Void("meta", ("name", "generator"), ("content", $"FlowSim {data.Results.Run.Version}"));
        page.Element("title", $"{data.Results.System.Title}: report");
        page.Open("style").Raw(PageScript.Style).Close();
        page.Open("style", ("id", "looks")).Raw(looks.Rules).Close().Close();
    }

    private static void Contents(HtmlWriter page, List<PageSection> sections)
    {
        page.Open("nav", ("aria-label", "Contents")).Open("ul");
        foreach (var section in sections)
        {
            page.Open("li").Element("a", section.Title, ("href", "#" + section.Id)).Close();
        }

        page.Close().Close();
    }

    private static void Foot(HtmlWriter page, ReportData data)
    {
        var run = data.Results.Run;
        page.Open("footer");
        page.Element("p", FormattableString.Invariant(
            $"FlowSim {run.Version}, system {run.System}, seed {run.Seed}, {MethodSection.Replications(run)}, inputs {run.InputHash}."));
        page.Close();
    }
}
