using System.Globalization;

namespace FlowSim.Tests.Cases;

/// <summary>The numbers of a result folder: <c>replications.csv</c>, and days of <c>timeline.csv</c>.</summary>
internal sealed class CaseResults
{
    private const string All = "all";

    private readonly Dictionary<(int Replication, string Period, string Measure, string Place, string Group), double> rows = [];
    private readonly string whole;

    public CaseResults(string folder, string scenario)
    {
        var periods = new List<string>();
        foreach (var cells in Cells(folder, "replications.csv").Where(cells => cells[0] == scenario))
        {
            var replication = int.Parse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture);
            Assert.That(
                rows.TryAdd((replication, cells[2], cells[3], cells[4], cells[5]), cells[6].Length == 0
                    ? double.NaN
                    : double.Parse(cells[6], NumberStyles.Float, CultureInfo.InvariantCulture)), $"two rows of {string.Join(", ", cells[..6])}");
            Replications = Math.Max(Replications, replication);
            periods.Add(cells[2]);
        }

        DemandAgreement(folder, scenario);
        whole = periods.Contains(All) ? All : periods[0];
        foreach (var cells in Cells(folder, "timeline.csv").Where(cells => cells[0] == scenario && Replications == 1))
        {
            rows.TryAdd((1, cells[3], cells[1], cells[2], ""), double.Parse(cells[4], NumberStyles.Float, CultureInfo.InvariantCulture));
        }
    }

    public int Replications { get; }

    /// <summary>Of the whole time where no period is said.</summary>
    public double Value(CaseTerm term, int replication) =>
        rows.TryGetValue((replication, term.Period ?? whole, term.Measure, term.Place, term.Group), out var value)
            ? value
            : throw new KeyNotFoundException($"no row of {term.Measure} of '{term.Group}' at {term.Place} in {term.Period ?? whole}");

    /// <summary>Both files hold the same rows, and every mean is that of its replications, to nine digits.</summary>
    private void DemandAgreement(string folder, string scenario)
    {
        var summary = Cells(folder, "summary.csv").Where(cells => cells[0] == scenario)
            .ToDictionary(cells => (cells[1], cells[2], cells[3], cells[4]), cells => cells[7]);
        foreach (var row in rows.GroupBy(row => (row.Key.Period, row.Key.Measure, row.Key.Place, row.Key.Group)))
        {
            Assert.That(summary, Does.ContainKey(row.Key), "a row of replications.csv that summary.csv does not have");
            var defined = row.Select(one => one.Value).Where(value => !double.IsNaN(value)).ToList();
            if (defined.Count > 0)
            {
                Assert.That(double.Parse(summary[row.Key], NumberStyles.Float, CultureInfo.InvariantCulture), Is.EqualTo(defined.Average())
                    .Within(1e-6).Percent, $"mean of {row.Key}");
            }
        }
    }

    private static IEnumerable<string[]> Cells(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        return File.Exists(path) ? File.ReadLines(path).Skip(1).Select(line => line.Split(',')) : [];
    }
}
