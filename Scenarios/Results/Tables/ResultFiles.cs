using System.Text;
using System.Text.Json;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Results.Tables;

/// <summary>The CSV files of an experiment.</summary>
public static class ResultFiles
{
    /// <exception cref="ResultFolderException">A file cannot be written.</exception>
    public static void Write(ResultFolder folder, ExperimentResult result, ExperimentSummary summary, bool hasDates, RowChoice? choice = null)
    {
        var keeps = (choice ?? RowChoice.All).OfReplications(summary.Summaries.Select(row => row.Key));
        folder.Write(ResultTables.Replications.File, stream => WriteReplications(stream, result, keeps));
        foreach (var (name, write) in Tables(summary, hasDates))
        {
            folder.Write(name, write);
        }
    }

    /// <summary>The files <c>calibration.csv</c>, <c>calibration-days.csv</c> and <c>predicted.csv</c>, as far as there is anything in them.</summary>
    /// <exception cref="ResultFolderException">One cannot be written.</exception>
    public static void WriteCalibration(ResultFolder folder, ResultSet results)
    {
        Write(folder, ResultTables.Calibration, results.Calibration);
        Write(folder, ResultTables.CalibrationDays, results.CalibrationDays);
        Write(folder, ResultTables.Predicted, results.Predicted);
    }

    /// <summary>The file <c>beds.csv</c>, if beds were counted.</summary>
    /// <exception cref="ResultFolderException">It cannot be written.</exception>
    public static void WriteBeds(ResultFolder folder, ResultSet results) => Write(folder, ResultTables.Beds, results.Beds);

    /// <summary>The files <c>designs.csv</c> and <c>levers.csv</c>, if capacities were optimised.</summary>
    /// <exception cref="ResultFolderException">One cannot be written.</exception>
    public static void WriteDesigns(ResultFolder folder, ResultSet results)
    {
        Write(folder, ResultTables.Designs, results.Designs);
        Write(folder, ResultTables.Levers, results.Levers);
        foreach (var (name, text) in results.DesignFiles)
        {
            folder.Write(name, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
        }
    }

    /// <summary>The rows of designs.csv and levers.csv as a JSON document, with the same names; <c>null</c> where the CSV is empty.</summary>
    public static void WriteDesignsJson(Stream stream, ResultSet results) => WriteJson(stream,
        ("designs", rows => ResultTables.Designs.Write(rows, results.Designs)), ("levers", rows => ResultTables.Levers.Write(rows, results.Levers)));

    /// <summary>The rows of beds.csv as a JSON document, with the same names; <c>null</c> where the CSV is empty.</summary>
    public static void WriteJson(Stream stream, IReadOnlyList<BedRow> rows) =>
        WriteJson(stream, ("beds", json => ResultTables.Beds.Write(json, rows)));

    /// <summary>The files <c>ledger.csv</c>, <c>savings.csv</c>, <c>wards.csv</c> and <c>claims.csv</c>, as far as there is anything in them.</summary>
    /// <exception cref="ResultFolderException">One cannot be written.</exception>
    public static void WriteLedger(ResultFolder folder, ResultSet results)
    {
        Write(folder, ResultTables.Ledger, results.Ledger);
        Write(folder, ResultTables.Savings, results.Savings);
        Write(folder, ResultTables.Wards, results.Wards);
        Write(folder, ResultTables.Claims, results.Claims);
    }

    /// <summary>The rows of calibration.csv as a JSON document, with the same names; <c>null</c> where the CSV is empty.</summary>
    public static void WriteJson(Stream stream, IReadOnlyList<CalibrationRow> rows) =>
        WriteJson(stream, ("calibration", json => ResultTables.Calibration.Write(json, rows)));

    /// <summary>The rows of summary.csv and differences.csv as one JSON document, with the same names; <c>null</c> where the CSV is empty.</summary>
    public static void WriteJson(Stream stream, ExperimentSummary summary) => WriteJson(stream,
        ("summary", rows => ResultTables.Summary.Write(rows, summary.Summaries)),
        ("differences", rows => ResultTables.Differences.Write(rows, summary.Differences)));

    private static void WriteJson(Stream stream, params (string Name, Action<JsonRows> Write)[] tables)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = ResultJson.Format.Encoder });
        json.WriteStartObject();
        foreach (var (name, write) in tables)
        {
            json.WriteStartArray(name);
            write(new JsonRows(json));
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>The files that say the experiment in numbers, with what writes each.</summary>
    internal static IReadOnlyList<(string Name, Action<Stream> Write)> Tables(ExperimentSummary summary, bool hasDates) =>
    [
        (ResultTables.Summary.File, stream => ResultTables.Summary.Write(stream, summary.Summaries)),
        (ResultTables.Differences.File, stream => ResultTables.Differences.Write(stream, summary.Differences)),
        (ResultTables.Timeline.File, stream => ResultTables.Timeline.Write(stream, TimelineRows.Of(summary.Timelines, hasDates))),
        (ResultTables.Flows.File, stream => ResultTables.Flows.Write(stream, summary.Flows)),
        .. Draws(summary),
    ];

    private static void Write<T>(ResultFolder folder, RowTable<T> table, IReadOnlyList<T> rows)
        where T : class
    {
        if (rows.Count > 0)
        {
            folder.Write(table.File, stream => table.Write(stream, rows));
        }
    }

    private static IReadOnlyList<(string Name, Action<Stream> Write)> Draws(ExperimentSummary summary) => summary.DrawnInputs.Count == 0 ? [] :
    [
        (ResultTables.Draws.File, stream => ResultTables.Draws.Write(stream, summary.DrawnInputs)),
        (ResultTables.DrawResults.File, stream => ResultTables.DrawResults.Write(stream, summary.DrawnValues)),
    ];

    internal static void WriteReplications(Stream stream, ExperimentResult result, Func<ResultKey, bool>? keeps = null) =>
        ResultTables.Replications.Write(stream, ReplicationRows(result, keeps ?? (_ => true)));

    private static IEnumerable<ReplicationRow> ReplicationRows(ExperimentResult result, Func<ResultKey, bool> keeps) =>
        from scenario in result.Scenarios
        from index in Enumerable.Range(0, result.Replications.Count)
        from row in scenario.RowsOf(index)
        where !OccupancyRows.IsImplied(row)
        let key = new ResultKey(row.Period, row.Measure, row.Place, row.Group)
        where keeps(key)
        select new ReplicationRow(scenario.Id, result.Replications[index], key, row.Value);
}
