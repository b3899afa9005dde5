namespace FlowSim.Scenarios.Results;

/// <summary>A row of <c>designs.csv</c>: what a design costs, and how it does by one of the targets. NaN where a cell is empty.</summary>
public sealed record DesignRow
{
    /// <summary>The system without any of the capacities.</summary>
    public const string AsItIs = "as-it-is";

    /// <summary>Every capacity as far as it may go.</summary>
    public const string Furthest = "furthest";

    /// <summary>A point of the curve of the first target against cost: each has a little more capacity than the one before.</summary>
    public const string Curve = "curve";

    /// <summary>One of the best, by runs that the search has not seen.</summary>
    public const string Best = "best";

    /// <summary>The value of a design whose net gain is the highest of the curve.</summary>
    public const string Highest = "highest";

    /// <summary>The value of one whose net gain is lower, but not beyond chance.</summary>
    public const string CannotBeTold = "cannot be told";

    /// <summary>The value of one whose net gain is lower beyond chance.</summary>
    public const string Lower = "lower";

    public const string Met = "met";
    public const string NotMet = "not met";

    /// <summary>Met by the estimate or not, but not for certain.</summary>
    public const string Unsure = "cannot be told";

    /// <summary>Its id: that of the scenario it makes.</summary>
    public required string Design { get; init; }

    public required string Kind { get; init; }

    /// <summary>Rank among the best, or place on the curve [from 1].</summary>
    public required int Order { get; init; }

    /// <summary>What its capacities cost, in prices of the ledger's year where there is a ledger [£ a year].</summary>
    public required double Cost { get; init; }

    /// <summary>The target as written.</summary>
    public required string Target { get; init; }

    public required string Unit { get; init; }

    /// <summary>Replications.</summary>
    public required int N { get; init; }

    /// <summary>Of the target's measure, in its unit.</summary>
    public required double Mean { get; init; }

    /// <summary>Lower end of its 95 % t-interval.</summary>
    public required double Lower95 { get; init; }

    /// <summary>Upper end of its 95 % t-interval.</summary>
    public required double Upper95 { get; init; }

    /// <summary>Share of replications that meet the target [0 to 1].</summary>
    public required double ShareMet { get; init; }

    public required string Verdict { get; init; }

    /// <summary>What all partners together gain against the system as it is, after the cost, at average value [£ a year].</summary>
    public double Opportunity { get; init; } = double.NaN;

    public double OpportunityLower95 { get; init; } = double.NaN;

    public double OpportunityUpper95 { get; init; } = double.NaN;

    /// <summary>Of a point of the curve: whether that is the highest of it.</summary>
    public string ByOpportunity { get; init; } = "";

    /// <summary>The same in cash [£ a year].</summary>
    public double Cash { get; init; } = double.NaN;

    public double CashLower95 { get; init; } = double.NaN;

    public double CashUpper95 { get; init; } = double.NaN;

    public string ByCash { get; init; } = "";
}

/// <summary>A row of <c>levers.csv</c>: how far a design moves one capacity.</summary>
public sealed record LeverRow
{
    public required string Design { get; init; }

    public required string Lever { get; init; }

    /// <summary>What a reader sees in its place.</summary>
    public required string Title { get; init; }

    /// <summary><c>set</c>, <c>scale</c> or <c>add</c>.</summary>
    public string Verb { get; init; } = "";

    /// <summary>To what, or by what, as a change of a scenario would say it.</summary>
    public required string Value { get; init; }

    /// <summary>So much more than at the near end of its range [in the number of <see cref="Value"/>].</summary>
    public required double Change { get; init; }

    /// <summary>[£ a year].</summary>
    public required double Cost { get; init; }

    /// <summary>Who pays; may be empty.</summary>
    public required string Partner { get; init; }
}
