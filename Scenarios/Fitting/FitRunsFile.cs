using System.Globalization;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Results.Tables;

namespace FlowSim.Scenarios.Fitting;

/// <summary>The file of all points that were run: a row for each, in the order in which they were designed.</summary>
internal sealed class FitRunsFile(FitSystem system)
{
    public const string FileName = "fit-runs.csv";

    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private static readonly string[] First = ["wave", "point", "replications"];
    private static readonly string[] Last = ["implausibility", "ruled_out", "note"];

    private string[] Columns =>
        [.. First, .. system.Inputs.Select(input => input.Name), .. Of("mean"), .. Of("se"), .. Of("implausibility"), .. Last];

    /// <summary>The whole file.</summary>
    public byte[] Whole(IEnumerable<PointRun> runs, ChanceVariance chance)
    {
        using var bytes = new MemoryStream();
        using (var rows = new CsvRows(bytes, Columns))
        {
            foreach (var run in runs)
            {
                Write(rows, run, chance);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>One row of it.</summary>
    public byte[] Row(PointRun run, ChanceVariance chance)
    {
        var whole = Whole([run], chance);
        return whole[(Whole([], chance).Length)..];
    }

    /// <summary>What rows can be added to: what a file holds, but for a row left half written, or the names alone where it holds nothing.</summary>
    public byte[] Begun(byte[] bytes) =>
        Finished(bytes) is { Length: > 0 } finished ? finished : Whole([], new ChanceVariance([], system.Targets.Count));

    /// <summary>What a file holds, but for a row that a crash has left half written; null with problems said where it is none of this fit.</summary>
    /// <param name="bytes">Of the file.</param>
    /// <param name="file">Its name in problems.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public IReadOnlyList<(PointRun Run, string[] Operands)>? Read(byte[] bytes, string file, ProblemList problems)
    {
        var finished = Finished(bytes);
        if (finished.Length == 0)
        {
            return [];
        }

        if (CsvTableReader.Read(finished, "fit-runs", file, problems) is not { } table)
        {
            return null;
        }

        if (!table.Columns.SequenceEqual(Columns))
        {
            problems.Error(table.Where, "fit-runs", "the columns of this fit", "others", "Take another folder with --out, or remove this one.");
            return null;
        }

        var read = new List<(PointRun, string[])>();
        foreach (var row in table.Rows)
        {
            if (Read(row) is not { } run)
            {
                problems.Error(row.Where, "fit-runs", "a row as the fit has written it", string.Join(',', row.Cells.Take(First.Length)),
                    "Take another folder with --out, or remove this one.");
                return null;
            }

            read.Add(run);
        }

        return read;
    }

    private static byte[] Finished(byte[] bytes) => bytes[..(Array.LastIndexOf(bytes, (byte)'\n') + 1)];

    private IEnumerable<string> Of(string what) => system.Targets.Select(target => $"{what}: {target.Name}");

    private (PointRun, string[])? Read(TableRow row)
    {
        var (inputs, targets) = (system.Inputs.Count, system.Targets.Count);
        if (!int.TryParse(row.Cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !int.TryParse(row.Cells[2], NumberStyles.None, CultureInfo.InvariantCulture, out var replications))
        {
            return null;
        }

        double[] Numbers(int from) => [.. Enumerable.Range(from, targets).Select(column => Number(row.Cells[column]))];
        var run = new PointRun
        {
            Wave = row.Cells[0],
            Number = number,
            Places = [],
            Replications = replications,
            Means = Numbers(First.Length + inputs),
            Errors = Numbers(First.Length + inputs + targets),
            Failure = row.Cells[^1],
        };
        return (run, [.. Enumerable.Range(First.Length, inputs).Select(column => row.Cells[column])]);
    }

    private static double Number(string cell) =>
        double.TryParse(cell, Style, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;

    private void Write(CsvRows rows, PointRun run, ChanceVariance chance)
    {
        rows.Cell(First[0], run.Wave);
        rows.Cell(First[1], run.Number);
        rows.Cell(First[2], run.Replications);
        for (var input = 0; input < system.Inputs.Count; input++)
        {
            rows.Cell("", run.Places.Length == 0 ? "" : system.Inputs[input].At(run.Places[input]));
        }

        var implausibilities = chance.Implausibilities(run, system.Targets);
        var worst = RulingOut.Of(implausibilities);
        foreach (var value in new[] { run.Means, run.Errors, implausibilities }.SelectMany(values => values).Append(worst))
        {
            rows.Cell("", value);
        }

        rows.Cell(Last[1], RulingOut.IsRuledOut(worst));
        rows.Cell(Last[2], run.Failure);
        rows.EndRow();
    }
}
