namespace FlowSim.Scenarios.Results;

/// <summary>A row of <c>beds.csv</c>: how many beds, or units of another pool, do what. NaN where a cell is empty.</summary>
public sealed record BedRow
{
    /// <summary>So many are needed that at most one in n finds none.</summary>
    public const string Needed = "needed";

    /// <summary>Those open as described, measured by the demand without limit.</summary>
    public const string Open = "open";

    /// <summary>Those open as described, and how those who asked for one fared.</summary>
    public const string AsItIs = "as-it-is";

    /// <summary>Mean demand with no limit.</summary>
    public const string Load = "load";

    /// <summary>Mean demand as estimated from the run as described.</summary>
    public const string EstimatedLoad = "estimated-load";

    /// <summary>The run with these pools without limit, or as described for <see cref="AsItIs"/> and <see cref="EstimatedLoad"/>.</summary>
    public required string Scenario { get; init; }

    /// <summary>The pool as written, or the group.</summary>
    public required string Pool { get; init; }

    /// <summary><c>system</c>, or an instance.</summary>
    public required string Place { get; init; }

    /// <summary>A year, <c>winter 2018/19</c>, or <c>all</c>.</summary>
    public required string Period { get; init; }

    public required string Kind { get; init; }

    /// <summary>At most, or just, one in so many of those who come finds none free.</summary>
    public double OneIn { get; init; } = double.NaN;

    /// <summary>Replications.</summary>
    public required int N { get; init; }

    /// <summary>Mean across replications [units].</summary>
    public required double Beds { get; init; }

    /// <summary>Lower end of its 95 % t-interval.</summary>
    public required double Lower95 { get; init; }

    /// <summary>Upper end of its 95 % t-interval.</summary>
    public required double Upper95 { get; init; }

    /// <summary>Share of those who come who find none of so many free [0 to 1].</summary>
    public double FoundNone { get; init; } = double.NaN;

    /// <summary>Mean demand to so many beds [%]; more than 100: they can never serve it.</summary>
    public double OccupancyPercent { get; init; } = double.NaN;

    /// <summary>Share of time, of that with at most so many taken, with just so many: Erlang's loss form [0 to 1].</summary>
    public double PDelay { get; init; } = double.NaN;

    /// <summary>Share of time with so many or more taken [0 to 1].</summary>
    public double PFull { get; init; } = double.NaN;
}
