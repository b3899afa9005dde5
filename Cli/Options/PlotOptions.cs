using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using System.Globalization;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;

namespace FlowSim.Cli.Options;

/// <summary>The options of <c>plot</c>.</summary>
internal sealed class PlotOptions
{
    private const string AllNotes = "all";
    private const string NoNotes = "none";

    private readonly Argument<string> results = new("RESULTS")
    {
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => "results",
        Description = "Folder with the results of a run. Default: results.",
    };
    private readonly Option<string[]> charts = new("--chart")
    {
        HelpName = "ID",
        Description = "Draw this chart (see --list); may be given several times. Default: all that have something to draw.",
    };
    private readonly Option<string[]> scenarios = new("--scenario")
    {
        HelpName = "ID",
        Description = "This scenario only, with the baseline where it is compared; may be given several times. Default: all.",
    };
    private readonly Option<string?> site = new("--site")
    {
        HelpName = "PLACE",
        Description = "This place only, by id or title, such as north or \"North Hospital\", or system for the whole system. Default: all places.",
    };
    private readonly Option<string?> measure = new("--measure")
    {
        HelpName = "ID",
        Description =
            "This measure, for charts that can show any; for beds-distribution the pool or group of beds. Without --chart only such charts are drawn.",
    };
    private readonly Option<string?> period = new("--period")
    {
        HelpName = "P",
        Description = "This period, such as 2018/19. Default: the last year if it is whole, else all that was measured.",
    };
    private readonly Option<string> format = new("--format") { HelpName = "F", Description = "svg, png or pdf.", DefaultValueFactory = _ => PlotSettings.Svg };
    private readonly Option<int?> dpi = WholeNumberOption.Create("--dpi", "N",
        FormattableString.Invariant($"Resolution of a PNG, dots an inch. Default: {PngPicture.DefaultDpi}, which print asks for."), PngPicture.LowestDpi,
        PngPicture.HighestDpi);
    private readonly Option<double> width = CreateWidth();
    private readonly Option<string?> title = new("--title") { HelpName = "TEXT", Description = "Title in place of the chart's own, for one drawing; it may show several scenarios. Where each scenario has a drawing, {scenario} stands for the title of each." };
    private readonly Option<string?> subtitle = new("--subtitle")
    {
        HelpName = "TEXT",
        Description = "Subtitle in place of the chart's own, for one drawing, or with {scenario} as in --title; \"\" for none. The source line stays and names scenario and replications.",
    };
    private readonly Option<string> notes = new("--notes")
    {
        HelpName = "N",
        Description = "all, or none to leave out the sentences under a chart that say how to read it: say in your text what the intervals are.",
        DefaultValueFactory = _ => AllNotes,
    };
    private readonly Option<HouseColours?> colours = new("--colours")
    {
        HelpName = "MAIN,SECOND",
        Description = "Two colours of your house as #RRGGBB, in place of the blue and the vermilion of points, lines and bands: each dark enough to be read as text on white. Fills of categories and of heat maps stay.",
        CustomParser = ParseColours,
    };
    private readonly Option<bool> data = new("--data")
    {
        Description = "Write the numbers of each drawing too, as CSV beside it: panel, series, x, y, lower, upper, unit.",
    };
    private readonly Option<string?> output = new("--out")
    {
        HelpName = "DIR",
        Description = "Folder for the drawings. It is made if needed. Default: charts/ in RESULTS.",
    };
    private readonly Option<bool> list = new("--list") { Description = "List the charts and draw nothing." };

    public Command AddTo(Command command)
    {
        UnknownOption.Refuse(results, command);
        charts.CompletionSources.Add(context => Completions.Charts(context).Select(id => new CompletionItem(id)));
        scenarios.CompletionSources.Add(context => Completions.ScenariosOfResults(context, results).Select(id => new CompletionItem(id)));
        measure.CompletionSources.Add(context => Completions.MeasuresOfResults(context, results).Select(id => new CompletionItem(id)));
        site.CompletionSources.Add(context => Completions.PlacesOfResults(context, results).Select(id => new CompletionItem(id)));
        command.Add(results);
        format.AcceptOnlyFromAmong(PlotSettings.Svg, PlotSettings.Png, PlotSettings.Pdf);
        notes.AcceptOnlyFromAmong(AllNotes, NoNotes);
        Option[] all = [charts, scenarios, site, measure, period, format, dpi, width, title, subtitle, notes, colours, data, output, list];
        foreach (var option in all)
        {
            command.Add(option);
        }

        EmptyPath.Refuse(results, "a folder with results");
        EmptyPath.Refuse(output, "a folder");
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(title) is { } text && string.IsNullOrWhiteSpace(text))
            {
                parsed.AddError("--title: expected a text, received nothing; without --title the chart has its own");
            }

            if (parsed.GetResult(dpi) is { Implicit: false } && parsed.GetValue(format) != PlotSettings.Png)
            {
                parsed.AddError($"--dpi is for --format {PlotSettings.Png}");
            }
        });
        return command;
    }

    public bool WantsList(ParseResult result) => result.GetValue(list);

    /// <summary>The folder, if one is named.</summary>
    public string? ResultsNamed(ParseResult result) => result.GetResult(results) is { Implicit: false } ? result.GetValue(results) : null;

    public PlotSettings Read(ParseResult result) =>
        new()
        {
            Results = result.GetValue(results)!,
            Charts = result.GetValue(charts) ?? [],
            Scenarios = [.. (result.GetValue(scenarios) ?? []).Distinct()],
            Site = result.GetValue(site),
            Measure = result.GetValue(measure),
            Period = result.GetValue(period),
            Format = result.GetValue(format)!,
            Dpi = result.GetValue(dpi) ?? PngPicture.DefaultDpi,
            Width = result.GetValue(width),
            Title = result.GetValue(title),
            Subtitle = result.GetValue(subtitle),
            HasNotes = result.GetValue(notes) != NoNotes,
            Colours = result.GetValue(colours),
            HasData = result.GetValue(data),
            Out = result.GetValue(output),
        };

    private static Option<double> CreateWidth() => new("--width")
    {
        HelpName = "MM",
        Description =
            FormattableString.Invariant($"Printed width, {ChartRequest.LeastWidth}mm to {ChartRequest.MostWidth}mm: 80mm is a column of A4, 170mm a page."),
        DefaultValueFactory = _ => ChartRequest.PageWidth,
        CustomParser = ParseWidth,
    };

    private static HouseColours? ParseColours(ArgumentResult result)
    {
        var (colours, problem) = HouseColours.Read(result.Tokens[^1].Value);
        if (colours is null)
        {
            result.AddError($"--colours: {problem}");
        }

        return colours;
    }

    private static double ParseWidth(ArgumentResult result)
    {
        var text = result.Tokens[^1].Value;
        var number = text.EndsWith("mm", StringComparison.Ordinal) ? text[..^2] : text;
        if (double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var width)
            && width is >= ChartRequest.LeastWidth and <= ChartRequest.MostWidth)
        {
            return width;
        }

        result.AddError(
            FormattableString.Invariant($"--width: expected a width from {ChartRequest.LeastWidth}mm to {ChartRequest.MostWidth}mm, received '{text}'"));
        return ChartRequest.PageWidth;
    }
}
