namespace FlowSim.Scenarios.Results.Reading;

/// <summary>The rows of calibration.csv.</summary>
internal static class CalibrationRows
{
    public static string[] Columns { get; } = ["measure", "place", "period", "observed", "status", "modelled", "lower95", "upper95", "tolerance", "verdict", "source"];

    public static List<CalibrationRow> Read(CellReader cells)
    {
        var rows = new List<CalibrationRow>();
        while (cells.Next())
        {
            rows.Add(new CalibrationRow
            {
                Measure = cells.Text(0),
                Place = cells.Text(1),
                Period = cells.Text(2),
                Observed = cells.Number(3),
                Status = cells.Text(4),
                Modelled = cells.Number(5),
                Lower95 = cells.Number(6),
                Upper95 = cells.Number(7),
                Tolerance = cells.Text(8),
                Verdict = cells.Text(9),
                Source = cells.Text(10),
            });
        }

        return rows;
    }
}
