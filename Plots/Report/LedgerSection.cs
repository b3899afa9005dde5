using System.Globalization;
using FlowSim.Plots.Answers;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Report;

/// <summary>Whose money: what each scenario saves, who gains and who loses on each basis, then every line.</summary>
internal static class LedgerSection
{
    public static PageSection Of(ReportData data) => new("ledger", "Whose money", "page", data.Results.Savings.Count == 0 ? null : page => Write(page, data));

    private static void Write(HtmlWriter page, ReportData data)
    {
        var prices = data.Results.Ledger.Select(line => line.PriceYear).FirstOrDefault("");
        page.Element("p",
            $"Pounds{(prices.Length > 0 ? $" at prices of {prices}" : "")}, scenario minus baseline; + is a gain, − a cost. There are three bases, each another way to value the same change, and amounts on different bases must not be added: opportunity (what is freed is worth so much if it is used again), cash (what stops being spent, less investment) and payment (what moves under the contracts). Payments between partners sum to exactly 0.");
        var number = 0;
        foreach (var sentence in SavingWords.Wards(data.Results, data.Compared, data.Names))
        {
            page.Element("p", sentence);
        }

        if (data.Results.Wards.Count > 0)
        {
            page.Open("details").Element("summary", "Beds needed and whole wards, by scenario, year and place").EndLine();
            ReportTable.Write(page, "wards", "Beds open and needed, by demand that is not cut off by the beds there are",
                ["Scenario", "Year", "Place", "Open", "Demand", "Demand in winter", "Needed", "Whole wards to spare"],
                [.. data.Results.Wards.Select(row => (IReadOnlyList<string>)[data.TitleOf(row.Scenario), row.Year, data.Names.Place(row.Place),
                    NumberText.Plain(row.Open, 0), NumberText.Plain(row.Demand, 0), NumberText.Plain(row.WinterDemand, 0), NumberText.Plain(row.Needed, 0),
                    NumberText.Plain(row.Wards, 0)])]);
            page.Close();
        }

        foreach (var scenario in data.Results.Savings.GroupBy(saving => saving.Scenario))
        {
            page.Element("h3", data.TitleOf(scenario.Key));
            foreach (var sentence in SavingWords.Of(data.Results, scenario.Key, data.Names))
            {
                page.Element("p", SavingWords.Unbroken(sentence));
            }

            foreach (var basis in scenario.Where(saving => saving.Year == SavingWords.ShownYear(data.Results)).GroupBy(saving => saving.Basis))
            {
                Partners(page, data, [.. basis], FormattableString.Invariant($"ledger-{++number}"));
            }

            var lines = Together([.. data.Results.Ledger.Where(line => line.Scenario == scenario.Key)]);
            page.Open("details").Element("summary", "Every line").EndLine();
            ReportTable.Write(page, FormattableString.Invariant($"ledger-{++number}"), $"{data.TitleOf(scenario.Key)}: lines of the ledger, {(lines.Exists(line => line.Year != Periods.All) ? "year by year" : "all years together; each year’s are in ledger.csv")}",
                ["Line", "Year", "Place", "Partner", "Counterparty", "Perspective", "Basis", "Quantity", "Unit", "£ a unit", "£", "95 % interval",
                    "With what is not known", "Recurrent"],
                lines.ConvertAll(line => Cells(line, data)));
            page.Close();
        }
    }

    /// <summary>The lines of all years together where there are such, else those of each.</summary>
    private static List<LedgerLine> Together(List<LedgerLine> lines)
    {
        var together = lines.FindAll(line => line.Year == Periods.All);
        return together.Count > 0 ? together : lines;
    }

    private static void Partners(HtmlWriter page, ReportData data, List<Saving> savings, string id)
    {
        var rows = savings.Where(saving => saving.Partner != Saving.System).OrderByDescending(saving => saving.Amount)
            .Concat(savings.Where(saving => saving.Partner == Saving.System)).ToList();
        ReportTable.Write(page, id, $"{data.TitleOf(savings[0].Scenario)}: {SavingWords.Basis(savings[0].Basis)}, {SavingWords.Years(data.Results)}, by partner",
            ["Partner", "Resources, £", "Payments, £", "Together, £", "95 % interval", "With what is not known", "Verdict"],
            rows.ConvertAll(row =>
                (IReadOnlyList<string>)[row.Partner == Saving.System ? "All together" : data.Names.GroupHeading(row.Partner), Pounds(row.Resources),
                    Pounds(row.Transfers), Pounds(row.Amount), Interval(row.Lower95, row.Upper95), Interval(row.Lower95All, row.Upper95All), row.Verdict]),
            index => index == rows.Count - 1);
    }

    private static IReadOnlyList<string> Cells(LedgerLine line, ReportData data) =>
        [
            line.Line, line.Year == Periods.All ? "" : line.Year, line.Place == Saving.System ? "" : data.Names.Place(line.Place),
            data.Names.GroupHeading(line.Partner),
            line.Counterparty.Length == 0 ? "" : data.Names.GroupHeading(line.Counterparty), line.Perspective, line.Basis, Number(line.Quantity), line.Unit,
            Number(line.UnitCost), Pounds(line.Amount), Interval(line.Lower95, line.Upper95), Interval(line.Lower95All, line.Upper95All),
            line.Recurrent ? "yes" : "no",
        ];

    private static string Interval(double lower, double upper) => double.IsNaN(lower) ? "" : $"{Pounds(lower)} to {Pounds(upper)}";

    private static string Pounds(decimal amount) => Pounds((double)amount);

    private static string Pounds(double amount) => NumberText.Signed(amount, 0);

    private static string Number(decimal? value) => value?.ToString("#,0.##", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>What a plan claims, and how probable the model holds it.</summary>
internal static class ClaimSection
{
    public static PageSection Of(ReportData data) => new("claims", "Claims", null, data.Results.Claims.Count == 0 ? null : page =>
    {
        page.Element("p",
            "The kind says which probability it is, and they are different numbers. Happens: that the claim comes true in one realised future, everything drawn that is not known. True on average: that it holds of the mean over futures, given what is not known; where the draws are too few to tell chance from inputs there is none. Given these inputs: in how many replications it comes true with every input as described, chance alone. Met and not met: more likely or less likely than not, for all that so few runs leave open.");
        ReportTable.Write(page, "claim-table", "What is claimed, and what the model says of it",
            ["Claim", "Scenario", "Kind", "Compared with", "Period", "Target", "Estimate", "95 % interval", "With what is not known", "Probability", "Verdict"],
            [.. data.Results.Claims.Select(claim => (IReadOnlyList<string>)
                [
                    claim.Claim, data.TitleOf(claim.Scenario), claim.Kind.Replace('-', ' '), claim.Comparator, claim.Period, Level(claim.Target),
                    Level(claim.Estimate),
                    double.IsNaN(claim.Lower95) ? "" : $"{Level(claim.Lower95)} to {Level(claim.Upper95)}",
                    double.IsNaN(claim.Lower95All) ? "" : $"{Level(claim.Lower95All)} to {Level(claim.Upper95All)}",
                    double.IsNaN(claim.Probability) ? "" : FormattableString.Invariant($"{claim.Probability * 100:0.#} %"), claim.Verdict,
                ])]);
    });

    private static string Level(double value) => double.IsNaN(value) ? "" : NumberText.Plain(value, Math.Max(0, Rounding.LevelDecimals(value)));
}
