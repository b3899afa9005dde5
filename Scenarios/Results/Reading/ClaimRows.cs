namespace FlowSim.Scenarios.Results.Reading;

/// <summary>The rows of claims.csv.</summary>
internal static class ClaimRows
{
    public static string[] Columns { get; } = ["scenario", "claim", "kind", "comparator", "period", "target", "estimate", "lower95", "upper95", "probability", "verdict"];

    public static List<ClaimVerdict> Read(CellReader cells, RunFacts run)
    {
        var rows = new List<ClaimVerdict>();
        while (cells.Next())
        {
            rows.Add(new ClaimVerdict
            {
                Scenario = cells.Scenario(0, run),
                Claim = cells.Text(1),
                Kind = cells.Text(2),
                Comparator = cells.Text(3),
                Period = cells.Text(4),
                Target = cells.Number(5),
                Estimate = cells.Number(6),
                Lower95 = cells.Number(7),
                Upper95 = cells.Number(8),
                Probability = cells.Number(9),
                Verdict = cells.Text(10),
            });
        }

        return rows;
    }
}
