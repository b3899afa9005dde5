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
        var keeps = KeepsOfReplications(summary, choice);
        folder.Write(ResultTables.Replications.File, stream => WriteReplications(stream, result, keeps));
        foreach (var (name, write) in Tables(summary, hasDates))
        {
            folder.Write(name, write);
        }
    }

    /// <summary>Every table of the results as a Parquet file too, beside the CSV file, as far as there is anything in it.</summary>
    /// <exception cref="ResultFolderException">One cannot be written.</exception>
    public static void WriteParquet(ResultFolder folder, ExperimentResult result, ResultSet results, RowChoice choice)
    {
        var replications = TableFile.Of(ResultTables.Replications, ReplicationRows(result, KeepsOfReplications(results, choice)));
        foreach (var table in Always(results, results.Run.HasDates).Concat(Beside(results)).Prepend(replications))
        {
            folder.Write(table.ParquetName, table.Parquet);
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

    /// <summary>The file <c>spin-up.csv</c>, if a year and more was spun up.</summary>
    /// <exception cref="ResultFolderException">It cannot be written.</exception>
    public static void WriteSpinUp(ResultFolder folder, ResultSet results) => Write(folder, ResultTables.SpinUp, results.SpinUpYears);

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
        [.. Always(summary, hasDates).Select(table => (table.Name, table.Csv))];

    private static IEnumerable<TableFile> Always(ExperimentSummary summary, bool hasDates) =>
    [
        TableFile.Of(ResultTables.Summary, summary.Summaries), TableFile.Of(ResultTables.Differences, summary.Differences),
        TableFile.Of(ResultTables.Timeline, TimelineRows.Of(summary.Timelines, hasDates)), TableFile.Of(ResultTables.Flows, summary.Flows),
        .. summary.DrawnInputs.Count == 0 ? []
            : new[] { TableFile.Of(ResultTables.Draws, summary.DrawnInputs), TableFile.Of(ResultTables.DrawResults, summary.DrawnValues) },
    ];

    /// <summary>Those that a command writes where it has something to put into them.</summary>
    private static IEnumerable<TableFile> Beside(ResultSet results)
    {
        (int Count, TableFile Table)[] tables =
        [
            Of(ResultTables.SpinUp, results.SpinUpYears),
            Of(ResultTables.Calibration, results.Calibration), Of(ResultTables.CalibrationDays, results.CalibrationDays),
            Of(ResultTables.Predicted, results.Predicted), Of(ResultTables.Beds, results.Beds), Of(ResultTables.Designs, results.Designs),
            Of(ResultTables.Levers, results.Levers), Of(ResultTables.Ledger, results.Ledger), Of(ResultTables.Savings, results.Savings),
            Of(ResultTables.Wards, results.Wards), Of(ResultTables.Claims, results.Claims),
        ];
        return tables.Where(table => table.Count > 0).Select(table => table.Table);

        static (int Count, TableFile Table) Of<T>(RowTable<T> table, IReadOnlyList<T> rows)
            where T : class => (rows.Count, TableFile.Of(table, rows));
    }

    private static Func<ResultKey, bool> KeepsOfReplications(ExperimentSummary summary, RowChoice? choice) =>
        (choice ?? RowChoice.All).OfReplications(summary.Summaries.Select(row => row.Key));

    private static void Write<T>(ResultFolder folder, RowTable<T> table, IReadOnlyList<T> rows)
        where T : class
    {
        if (rows.Count > 0)
        {
            folder.Write(table.File, stream => table.Write(stream, rows));
        }
    }

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
