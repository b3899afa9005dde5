using FlowSim.Scenarios.Asked;
using FlowSim.Scenarios.Inputs;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Sweeps;

/// <summary>Where a sweep looks.</summary>
public static class Designs
{
    /// <summary>Levels of a factor on a grid where nothing else is said.</summary>
    public const int UsualLevels = 5;

    /// <summary>More than that nobody reads, and it takes weeks.</summary>
    public const int Most = 100_000;

    /// <summary>How many points a grid has.</summary>
    public static long GridSize(IReadOnlyList<Factor> factors) =>
        factors.Aggregate(1L, (size, factor) => Math.Min(Most + 1L, size * LevelsOf(factor).Count));

    /// <summary>Every combination of the factors' levels; the last factor moves fastest.</summary>
    /// <param name="factors">What is moved.</param>
    /// <param name="replications">Of each point.</param>
    public static IReadOnlyList<DesignPoint> Grid(IReadOnlyList<Factor> factors, int replications)
    {
        IEnumerable<IReadOnlyList<double>> places = [[]];
        foreach (var factor in factors)
        {
            places = places.SelectMany(_ => LevelsOf(factor), (before, place) => (IReadOnlyList<double>)[.. before, place]);
        }

        return Points(factors, places, replications);
    }

    /// <summary>Points spread evenly: of n each n-th of the way of each factor holds one (see <see cref="LatinHypercube"/>).</summary>
    /// <param name="factors">What is moved.</param>
    /// <param name="points">How many [1 or more].</param>
    /// <param name="seed">What they follow from.</param>
    /// <param name="replications">Of each point.</param>
    public static IReadOnlyList<DesignPoint> Latin(IReadOnlyList<Factor> factors, int points, ulong seed, int replications)
    {
        var columns = factors.Select(factor => LatinHypercube.Column(seed, factor.Name, 0, points)).ToList();
        return Points(factors, Enumerable.Range(0, points).Select(point => (IReadOnlyList<double>)[.. columns.Select(column => column[point])]), replications);
    }

    /// <summary>The points of a file, a row each; its columns are named as a factor is typed before the <c>=</c>. Null with problems said.</summary>
    /// <param name="bytes">Content of the file: CSV.</param>
    /// <param name="name">The file in problems.</param>
    /// <param name="files">The system, for the words of its parts.</param>
    /// <param name="replications">Of each point.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static (IReadOnlyList<Factor> Factors, IReadOnlyList<DesignPoint> Points)? Of(byte[] bytes, string name, SystemFiles files, int replications,
        ProblemList problems)
    {
        if (CsvTableReader.Read(bytes, Table, name, problems) is not { } table)
        {
            return null;
        }

        var columns = Enumerable.Range(0, table.Columns.Length).Where(column => table.Columns[column] != DesignColumn).ToList();
        var factors = columns.Select(column => FactorOf(table.Columns[column], [.. table.Rows.Select(row => row.Cells[column].Trim())], files)).ToList();
        foreach (var column in columns.Where(column => factors[columns.IndexOf(column)] is null))
        {
            problems.Error(table.Where, Table, "columns named PATH, PATH* or PATH+, such as pools.ward-bed.capacity or stages.ward.time*", table.Columns[column]);
        }

        foreach (var (row, column) in table.Rows.SelectMany(row =>
            columns.Where(column => row.Cells[column].Trim().Length == 0).Select(column => (row, column))))
        {
            problems.Error(row.Where, $"{Table}.{table.Columns[column]}", "a value in every cell", "none");
        }

        if (columns.Count == 0 || table.Rows.Count is 0 or > Most)
        {
            problems.Error(table.Where, Table, FormattableString.Invariant($"one column or more, and 1 to {Most} rows"),
                FormattableString.Invariant($"{columns.Count} columns, {table.Rows.Count} rows"));
        }

        return problems.HasErrors ? null
            : ([.. factors.OfType<Factor>()], [.. table.Rows.Select((row, index) => new DesignPoint(index + 1, [.. columns.Select(_ => double.NaN)],
                [.. columns.Select(column => row.Cells[column].Trim())], [.. Enumerable.Range(1, replications)]))]);
    }

    private const string Table = "designs";

    /// <summary>The number of a point, in files that a sweep has written: they can be run again as they are.</summary>
    private const string DesignColumn = "design";

    private static Factor? FactorOf(string head, IReadOnlyList<string> values, SystemFiles files) =>
        SetText.TryParse($"{head}={(values.Count > 0 && values[0].Length > 0 ? values[0] : "0")}", out var set) ? FactorText.Of(set, values, files) : null;

    private static IReadOnlyList<double> LevelsOf(Factor factor) => factor.Places.Count > 0 ? factor.Places
        : [.. Enumerable.Range(0, UsualLevels).Select(level => (double)level / (UsualLevels - 1))];

    private static IReadOnlyList<DesignPoint> Points(IReadOnlyList<Factor> factors, IEnumerable<IReadOnlyList<double>> places, int replications)
    {
        int[] numbers = [.. Enumerable.Range(1, replications)];
        return [.. places.Select((place, index) => DesignPoint.At(index + 1, factors, place, numbers))];
    }
}
