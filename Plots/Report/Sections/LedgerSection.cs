using System.Globalization;
using FlowSim.Plots.Report.Answers;
using FlowSim.Plots.Report.Html;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Report.Sections;

/// <summary>Whose money: by partner on each basis, gains and losses alike, then every line.</summary>
internal static class LedgerSection
{
    private const string Transfer = "transfer";

    public static PageSection Of(ReportData data) => new("ledger", "Whose money", "page", data.Results.Ledger.Count == 0 ? null : page => Write(page, data));

    private static void Write(HtmlWriter page, ReportData data)
    {
        page.Element("p",
            "Pounds a year; + is a gain to the partner, − a cost. Each basis is another way to value the same change: amounts on different bases must not be added. Transfers are paid by one partner to another and sum to 0 for the system.");
        var number = 0;
        foreach (var scenario in data.Results.Ledger.GroupBy(line => line.Scenario))
        {
            page.Element("h3", data.TitleOf(scenario.Key));
            foreach (var basis in scenario.GroupBy(line => (line.Year, line.Basis)))
            {
                Partners(page, [.. basis], $"{basis.Key.Year}, {basis.Key.Basis}: by partner", FormattableString.Invariant($"ledger-{++number}"));
            }

            page.Open("details").Element("summary", "Every line").EndLine();
            ReportTable.Write(page, FormattableString.Invariant($"ledger-{++number}"), "Lines of the ledger",
                ["Line", "Year", "Partner", "Counterparty", "Perspective", "Basis", "Quantity", "Unit", "£ a unit", "£", "95 % interval", "Recurrent",
                    "Price year"], [.. scenario.Select(Cells)]);
            page.Close();
        }
    }

    private static void Partners(HtmlWriter page, List<LedgerLine> lines, string caption, string id)
    {
        var rows = lines.GroupBy(line => line.Partner)
            .Select(partner => (Partner: partner.Key, Resources: Sum(partner, isTransfer: false), Transfers: Sum(partner, isTransfer: true)))
            .OrderByDescending(row => row.Resources + row.Transfers).ToList();
        rows.Add(("System", rows.Sum(row => row.Resources), rows.Sum(row => row.Transfers)));
        ReportTable.Write(page, id, caption, ["Partner", "Resources, £", "Transfers, £", "Together, £", ""],
            rows.ConvertAll(row =>
                (IReadOnlyList<string>)[row.Partner, Pounds(row.Resources), Pounds(row.Transfers), Pounds(row.Resources + row.Transfers),
                    row.Resources + row.Transfers < 0 ? "loses" : ""]),
            index => index == rows.Count - 1);
    }

    private static double Sum(IEnumerable<LedgerLine> lines, bool isTransfer) =>
        lines.Where(line => line.Perspective == Transfer == isTransfer).Sum(line => line.Amount);

    private static IReadOnlyList<string> Cells(LedgerLine line) =>
        [
            line.Line, line.Year, line.Partner, line.Counterparty, line.Perspective, line.Basis, Number(line.Quantity), line.Unit, Number(line.UnitCost),
            Pounds(line.Amount),
            double.IsNaN(line.Lower95) ? "" : $"{Pounds(line.Lower95)} to {Pounds(line.Upper95)}", line.Recurrent ? "yes" : "no", line.PriceYear,
        ];

    private static string Pounds(double amount) => NumberText.Signed(amount, 0);

    private static string Number(double value) => double.IsNaN(value) ? "" : value.ToString("#,0.##", CultureInfo.InvariantCulture);
}
