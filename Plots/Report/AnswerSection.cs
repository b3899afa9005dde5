using System.Text.RegularExpressions;
using FlowSim.Plots.Answers;
using FlowSim.Plots.Charts;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Report;

/// <summary>The answer: a few sentences for each scenario, made from the numbers.</summary>
internal static partial class AnswerSection
{
    private const string Wide = "answer-wide";

    public static PageSection Of(ReportData data, IReadOnlyList<DrawnChart> charts, PageDrawings drawings) =>
        new("answer", "The answer", null, page => Write(page, data, charts, drawings));

    /// <summary>True for the chart that shows the answer.</summary>
    public static bool Has(DrawnChart chart) => chart.Chart.Id == TargetChart.Id;

    private static void Write(HtmlWriter page, ReportData data, IReadOnlyList<DrawnChart> charts, PageDrawings drawings)
    {
        if (data.Answer is { } answer)
        {
            Board(page, answer, () => Picture(page, data, charts, drawings));
            DecisiveNumbers.Write(page, data);
            page.Open("details", ("class", "each"), ("open", "")).Element("summary", "Each scenario in sentences").EndLine();
            Scenarios(page, data, answer.Scenarios, answer.ChangesNothing);
            page.Close();
        }
        else
        {
            Scenarios(page, data, [data.Reference], _ => false);
            DecisiveNumbers.Write(page, data);
        }
    }

    /// <summary>
    /// What a board reads. On the first screen: what goes furthest, what that costs or saves, how far to trust it, and the chart. Then the rest of the
    /// paragraph and the table of the whole system with its targets.
    /// </summary>
    private static void Board(HtmlWriter page, Answer answer, Action picture)
    {
        var sentences = new AnswerWords(answer, answer.TitleOf).Sentences();
        foreach (var sentence in sentences.Take(1))
        {
            Board(page, sentence, "board");
        }

        if (answer.Scenarios.Count > 0 && SavingWords.InALine(answer.Results, answer.Scenarios[0]) is { } saving)
        {
            Board(page, $"{answer.TitleOf(answer.Scenarios[0])}, cost and saving: {saving}", "cost");
        }

        page.Element("p", AnswerTrust.Of(answer, sayNumbers: false), ("class", "note"), ("id", "trust"));
        picture();
        foreach (var sentence in sentences.Skip(1))
        {
            Board(page, sentence, "board");
        }

        AnswerTableSection.Write(page, answer, answer.Scenarios);
    }

    private static void Board(HtmlWriter page, string sentence, string look) =>
        page.Element("p", SavingWords.Unbroken(sentence).Replace(" %", "\u00A0%", StringComparison.Ordinal), ("class", look));

    /// <summary>The paragraph as a chart: a drawing for a screen and for paper, and one for a telephone, of which a reader sees one.</summary>
    private static void Picture(HtmlWriter page, ReportData data, IReadOnlyList<DrawnChart> charts, PageDrawings drawings)
    {
        if (charts.FirstOrDefault(Has) is not { Figures: [var wide, ..] } drawn)
        {
            return;
        }

        ChartSection.Figure(page, data, wide with { Scenario = null }, Wide, drawings, "on-wide");
        foreach (var (figure, part) in drawn.Narrow.Select((figure, part) => (figure, part)))
        {
            ChartSection.Figure(page, data, figure with { Scenario = null }, FormattableString.Invariant($"answer-narrow-{part}"), drawings, "on-narrow", Wide);
        }
    }

    /// <summary>The sentences of each scenario; that one changes nothing is its result, and said before the details.</summary>
    private static void Scenarios(HtmlWriter page, ReportData data, IReadOnlyList<string> scenarios, Predicate<string> changesNothing)
    {
        var replications = data.IsComparison ? data.Compared.Max(data.ReplicationsOf) : data.ReplicationsOf(data.Reference);
        var brackets = replications < 2 ? "There is one replication, so there are no intervals."
            : FormattableString.Invariant($"In brackets: the 95 % interval over {replications} replications. It holds chance only{Unknown(data)}");
        page.Element("p", data.IsComparison ? $"Differences from the baseline {data.During(data.Period)}. {brackets}" : brackets, ("class", "note"));
        page.Open("div", ("class", "answers")).EndLine();
        foreach (var scenario in scenarios)
        {
            page.Open("article").Element("h3", data.TitleOf(scenario));
            var sentences = data.IsComparison ? new ScenarioAnswer(data).Of(scenario) : new LevelAnswer(data).WithMeasures();
            var isNothing = changesNothing(scenario);
            if (NotInForce.Until(data.Results, scenario) is { } begins)
            {
                page.Open("p").Element("strong", "Not in force in the time that was measured.").Text($" The first change begins on {begins}.").Close().Close();
                continue;
            }

            if (isNothing)
            {
                page.Open("p").Element("strong", "No measure of the headline changes by so much that it matters.")
                    .Text(" Those of the table above are meant; others, such as queues at single places, may change all the same.").Close();
            }

            Sentences(page, sentences, sentence => !isNothing && ReferenceEquals(sentence, sentences[0]));
            foreach (var saving in SavingWords.Of(data.Results, scenario, data.Names))
            {
                page.Element("p", SavingWords.Unbroken(saving));
            }

            page.Close();
        }

        page.Close();
        if (data.IsComparison && replications > 1)
        {
            page.Element("p",
                FormattableString.Invariant(
                    $"Told first is what surely changes most, as a share of the baseline. “No more than chance would” is said where the interval contains 0 and reaches no further than {Finding.Margin * 100:0} % of the baseline either way; where it reaches further, “it cannot be told”. Each interval stands by itself: of many, about one in 20 misses the true effect in the model."), ("class", "note"));
        }
    }

    private static string Unknown(ReportData data) => DrawWords.CountOf(data.Results) is > 0 and var draws
        ? $". “{char.ToUpperInvariant(DrawWords.Known[0])}{DrawWords.Known[1..]}” holds both: it is {DrawWords.Ends(draws)}. {DrawWords.Sentence(data.Results)}"
        : ", not what is unknown about the inputs.";

    /// <summary>A list of sentences.</summary>
    /// <param name="page">Where it goes.</param>
    /// <param name="sentences">In order.</param>
    /// <param name="isBold">Those of which what matters is bold.</param>
    public static void Sentences(HtmlWriter page, IReadOnlyList<Sentence> sentences, Predicate<Sentence> isBold)
    {
        page.Open("ul").EndLine();
        foreach (var sentence in sentences)
        {
            page.Open("li");
            Text(page, sentence, isBold(sentence));
            page.Close();
        }

        page.Close();
    }

    /// <summary>A sentence; what matters may be bold.</summary>
    public static void Text(HtmlWriter page, Sentence sentence, bool isBold)
    {
        if (isBold)
        {
            page.Open("strong");
            Unbroken(page, sentence.Main);
            page.Close();
            Unbroken(page, sentence.Detail);
        }
        else
        {
            Unbroken(page, sentence.ToString());
        }
    }

    /// <summary>No line ends between a number and its interval.</summary>
    private static void Unbroken(HtmlWriter page, string sentence)
    {
        var at = 0;
        foreach (var match in Amount().EnumerateMatches(sentence))
        {
            page.Text(sentence[at..match.Index]).Element("span", sentence.Substring(match.Index, match.Length), ("class", "amount"));
            at = match.Index + match.Length;
        }

        page.Text(sentence[at..]);
    }

    [GeneratedRegex(@"[+−0-9.,]+ \[[+−0-9.,]+(–| to )[+−0-9.,]+\]")]
    private static partial Regex Amount();
}

/// <summary>
/// The lines of the answer as a table: measures as rows with level and target, scenarios as columns by what they do, better and worse in words.
/// </summary>
internal static class AnswerTableSection
{
    /// <summary>Writes it.</summary>
    /// <param name="page">Where it goes.</param>
    /// <param name="answer">What it shows.</param>
    /// <param name="scenarios">Ids of its scenarios, in the order of the columns.</param>
    public static void Write(HtmlWriter page, Answer answer, IReadOnlyList<string> scenarios)
    {
        var hasTargets = answer.Lines.Any(line => line.HasTarget);
        page.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-labelledby", "answer-caption")).EndLine();
        page.Open("table", ("id", "answer-table"), ("class", "rules")).EndLine();
        page.Element("caption", Caption(answer), ("id", "answer-caption"));
        page.Open("thead").Open("tr");
        page.Element("th", "The whole system", ("scope", "col")).Element("th", "Baseline", ("scope", "col"), ("class", "number"));
        if (hasTargets)
        {
            page.Element("th", "Target", ("scope", "col"), ("class", "number"));
        }

        foreach (var scenario in scenarios)
        {
            page.Element("th", answer.TitleOf(scenario), ("scope", "col"), ("class", "difference"));
        }

        page.Close().Close().Open("tbody").EndLine();
        foreach (var line in answer.Lines)
        {
            Row(page, line, (scenarios, hasTargets), answer.Results.System.Measures.FirstOrDefault(measure => measure.Id == line.Id)?.Definition);
        }

        page.Close().Close().Close();
    }

    private static string Caption(Answer answer)
    {
        var cells = answer.Lines.SelectMany(line => line.Cells).ToList();
        var interval = cells.Exists(cell => double.IsFinite(cell.Half)) ? " ± half its 95 % interval of chance; bold: more than chance" : "";
        var open = cells.Exists(cell => cell.IsOpen) ? "; ?: what is not known may turn it round" : "";
        return $"{char.ToUpperInvariant(answer.Period[0])}{answer.Period[1..]}: what each scenario changes,{(interval.Length > 0 ? interval : " in one replication")}{open}";
    }

    private static void Row(HtmlWriter page, AnswerLine line, (IReadOnlyList<string> Scenarios, bool HasTargets) columns, string? definition)
    {
        var unit = line.IsMoney ? "£ million" : line.IsShare ? "changes in percentage points" : UnitWords.OfColumn(line.Unit);
        page.Open("tr").Element("th", unit.Length > 0 ? $"{line.Name} ({unit})" : line.Name, ("scope", "row"), ("title", definition is { Length: > 0 } ? definition : null));
        var percent = line.IsShare ? " %" : "";
        page.Element("td", double.IsFinite(line.Level) ? ShortNumbers.ForLevel(line.Level).Plain(line.Level) + percent : "", ("class", "number"));
        if (columns.HasTargets)
        {
            page.Element("td", line.HasTarget ? ShortNumbers.Exact(line.Target) + percent : "", ("class", "number"));
        }

        var numbers = ShortNumbers.ForChanges(line.Cells.Select(cell => cell.Mean));
        foreach (var cell in columns.Scenarios.Select(scenario => line[scenario]))
        {
            Cell(page, line, cell, numbers);
        }

        page.Close();
    }

    private static void Cell(HtmlWriter page, AnswerLine line, AnswerCell cell, ShortNumbers numbers)
    {
        if (!double.IsFinite(cell.Mean))
        {
            page.Element("td", "–", ("class", "difference"));
            return;
        }

        var isTold = cell.IsBeyondChance && !numbers.IsZero(cell.Mean);
        page.Open("td", ("class", isTold ? "difference sure" : "difference")).Text(numbers.Signed(cell.Mean) + (isTold && cell.IsOpen ? " ?" : ""));
        if (double.IsFinite(cell.Half) && !numbers.IsZero(cell.Half))
        {
            page.Text(" ").Element("small", "± " + numbers.Plain(cell.Half));
        }

        if (isTold && line.Judged(cell) is { Length: > 0 } judged)
        {
            page.Text(" ").Element("small", judged, ("class", judged));
        }

        page.Close();
    }
}
