namespace FlowSim.Scenarios.Results.Tables;

/// <summary>What the cells of a column hold, where a file says so.</summary>
internal enum CellKind
{
    Text,

    /// <summary>A count, or nothing.</summary>
    Whole,

    /// <summary>A number, or nothing.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A day with a time of day, to the second.</summary>
    Moment,
}
