using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results.Tables;

namespace FlowSim.Scenarios.Results.Reading;

/// <summary>Reads of <c>replications.csv</c>, which can be a hundred times as long as all other files, the values that are asked for.</summary>
internal static class ReplicationReader
{
    /// <exception cref="ResultFolderException">The file is missing or cannot be read.</exception>
    /// <exception cref="ResultContentException">It does not hold what it should.</exception>
    public static IReadOnlyList<ReplicationValues> Read(ResultSource source, IReadOnlySet<ResultKey> chosen)
    {
        var table = ResultTables.Replications;
        using var stream = source.OpenLong(table.File);
        using var cells = CellReader.Open(stream, source.Display(table.File), table.Columns, source.Run);
        var measures = new MeasureFilter(measure => chosen.Any(key => key.Measure == measure));
        var values = cells.Guard(read => table.Read(read, source.Run, measures).Where(row => chosen.Contains(row.Key))
            .GroupBy(row => (row.Scenario, row.Key))
            .Select(rows => new ReplicationValues(rows.Key.Scenario, rows.Key.Key, [.. rows.Select(row => new ReplicationValue(row.Replication, row.Value))]))
            .ToList());
        if (source.Files.Contains(table.File))
        {
            cells.DemandEnd(Last(stream));
        }

        return values;
    }

    private static byte? Last(FileStream stream)
    {
        if (stream.Length == 0)
        {
            return null;
        }

        stream.Position = stream.Length - 1;
        return (byte)stream.ReadByte();
    }
}
