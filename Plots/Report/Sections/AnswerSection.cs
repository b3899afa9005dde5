using System.Text.RegularExpressions;
using FlowSim.Plots.Charts;
using FlowSim.Plots.Report.Answers;
using FlowSim.Plots.Report.Html;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Report.Sections;

/// <summary>The answer: a few sentences for each scenario, made from the numbers.</summary>
internal static partial class AnswerSection
{
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

    /// <summary>What a board reads: a paragraph with its chart, the table of the whole system with its targets, and how far to trust it.</summary>
    private static void Board(HtmlWriter page, Answer answer, Action picture)
    {
        foreach (var (index, sentence) in new AnswerWords(answer, answer.TitleOf).Sentences().Index())
        {
            page.Element("p", SavingWords.Unbroken(sentence).Replace(" %", "\u00A0%", StringComparison.Ordinal), ("class", "board"));
            if (index == 0)
            {
                picture();
            }
        }

        AnswerTableSection.Write(page, answer);
        page.Element("p", AnswerTrust.Of(answer, sayNumbers: false), ("class", "note"));
    }

    /// <summary>The paragraph as a chart: a drawing for a screen and for paper, and one for a telephone, of which a reader sees one.</summary>
    private static void Picture(HtmlWriter page, ReportData data, IReadOnlyList<DrawnChart> charts, PageDrawings drawings)
    {
        if (charts.FirstOrDefault(Has) is not { Figures: [var wide, ..] })
        {
            return;
        }

        ChartSection.Figure(page, data, wide with { Scenario = null }, "answer-wide", drawings, "on-wide");
        var narrow = TargetChart.Chart.Draw(new ChartRequest { Results = data.Results, WidthMillimetres = ChartRequest.LeastWidth });
        foreach (var (drawing, part) in narrow.All.Select((drawing, part) => (drawing, part)))
        {
            ChartSection.Figure(page, data, new ChartFigure(drawing, null), FormattableString.Invariant($"answer-narrow-{part}"), drawings, "on-narrow");
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
            var sentences = data.IsComparison ? new ScenarioAnswer(data).Of(scenario) : new LevelAnswer(data).Of(scenario);
            var isNothing = changesNothing(scenario);
            if (isNothing)
            {
                page.Open("p").Element("strong", "It changes nothing here that matters.")
                    .Text(" Of the measures of the table above none changes by more than chance and by so much that it would be spoken of.").Close();
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
