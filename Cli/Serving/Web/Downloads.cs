using FlowSim.Cli.Running;
using FlowSim.Cli.Serving.Work;
using FlowSim.Plots.Charts;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Report;
using FlowSim.Plots.Report.Printing;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results.Workbooks;
using Microsoft.AspNetCore.Http;

namespace FlowSim.Cli.Serving.Web;

/// <summary>What can be taken along of what is shown: charts, the report, a workbook. The same code writes the files of a comparison.</summary>
internal static class Downloads
{
    /// <summary>The chart beside the answer.</summary>
    public const string Beside = "occupancy-fan";
    private const string Svg = ".svg";
    private const string Png = ".png";

    /// <summary>The picture beside the answer: how full the beds are day by day, of the scenario that is open; null where the system has none.</summary>
    public static Drawing? Picture(FinishedExperiment finished)
    {
        var first = finished.Plan.Scenarios.FirstOrDefault(scenario => scenario.Id != ExperimentPlan.BaselineId)?.Id ?? ExperimentPlan.BaselineId;
        var drawings = ChartList.Find(Beside, finished.Results)!.Draw(new ChartRequest { Results = finished.Results, Scenario = first }).All;
        return drawings is [var drawing, ..] ? drawing : null;
    }

    /// <summary>A chart by its name; the picture beside the answer by what it is, since its name changes with the scenario.</summary>
    public static IResult Chart(WorkSession session, string name)
    {
        var stem = Path.GetFileNameWithoutExtension(name);
        var drawing = session.Latest is not { } finished ? null : stem == Beside ? Picture(finished) : AllOf(finished).FirstOrDefault(one => one.Name == stem);
        return (drawing, Path.GetExtension(name)) switch
        {
            (not null, Svg) => Results.Bytes(PlotFiles.Bytes(drawing), "image/svg+xml"),
            (not null, Png) => Results.File(PngPicture.Of(drawing), "image/png", stem + Png),
            _ => Message.Page("There is no such chart by now.", StatusCodes.Status404NotFound, "../"),
        };
    }

    /// <summary>A scenario as a file.</summary>
    /// <param name="session">Its page.</param>
    /// <param name="number">Which; null: the one that is open.</param>
    public static IResult Scenario(WorkSession session, int? number) =>
        session.Save(number) is { } saved ? Results.File(System.Text.Encoding.UTF8.GetBytes(saved.Text), "application/yaml", saved.Name)
            : Message.Page("There is no such scenario by now.", StatusCodes.Status404NotFound, "./");

    /// <summary>A page with all charts.</summary>
    public static IResult Charts(WorkSession session)
    {
        if (session.Latest is not { } finished)
        {
            return NotYet();
        }

        var page = new HtmlWriter().Raw("<!DOCTYPE html>\n").Open("html", ("lang", "en-GB")).Open("head").EndLine();
        page.Void("meta", ("charset", "utf-8")).Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        page.Element("title", "Charts").Void("link", ("rel", "icon"), ("href", "data:,")).Void("link", ("rel", "stylesheet"), ("href", "../page.css")).Close();
        page.Open("body").Open("header").Element("h1", "Charts of what is shown").Open("p").Element("a", "Back", ("href", "./")).Close().Close();
        page.Open("main").Open("div").EndLine();
        foreach (var drawing in AllOf(finished))
        {
            var file = "chart/" + Uri.EscapeDataString(drawing.Name);
            page.Open("figure").Void("img", ("src", file + Svg), ("alt", $"{drawing.Title}. {drawing.Description}"), ("loading", "lazy"));
            page.Open("figcaption").Element("a", "SVG", ("href", file + Svg), ("download", drawing.Name + Svg), ("aria-label", $"SVG of {drawing.Title}")).Text(" ")
                .Element("a", "PNG", ("href", file + Png), ("download", drawing.Name + Png), ("aria-label", $"PNG of {drawing.Title}")).Close().Close();
        }

        return Results.Content(page.Close().Close().Close().Close().ToString(), "text/html; charset=utf-8");
    }

    public static IResult Report(WorkSession session) => session.Latest is { } finished
        ? Results.File(System.Text.Encoding.UTF8.GetBytes(Page.Of(finished.Kept)), "text/html; charset=utf-8", Page.FileName)
        : NotYet();

    /// <summary>The report on paper, printed by a Chromium of this machine; without one it is said how to get it.</summary>
    public static IResult Pdf(WorkSession session, CancellationToken interrupt)
    {
        if (session.Latest is not { } finished)
        {
            return NotYet();
        }

        try
        {
            return Results.File(PagePrinter.Find(interrupt: interrupt).Print(Page.Of(finished.Kept)), "application/pdf", "report.pdf");
        }
        catch (PrinterException failure)
        {
            return Message.Page($"{failure.Message} Any browser prints the report (HTML) itself.", StatusCodes.Status503ServiceUnavailable);
        }
    }

    public static IResult Workbook(WorkSession session, LoadedSystem system)
    {
        if (session.Latest is not { } finished)
        {
            return NotYet();
        }

        using var workbook = new MemoryStream();
        var declared = system.Measures.Concat(finished.Results.System.Headline).ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<WorkbookSheet> first = [.. AnswerSheet.Of(finished.Kept), .. QueueSheet.Of(finished.Results)];
        Scenarios.Results.Workbooks.Workbook.Write(workbook, finished.Kept, declared.Contains, first);
        return Results.File(workbook.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "answer.xlsx");
    }

    private static IReadOnlyList<Drawing> AllOf(FinishedExperiment finished) =>
        [.. SideBySide.Draw(ChartList.Of(finished.Kept), new ChartRequest { Results = finished.Kept }).SelectMany(one => one.All)];

    private static IResult NotYet() => Message.Page("Nothing has been calculated yet: go back and wait for the first estimate.", StatusCodes.Status409Conflict);
}
