namespace FlowSim.Scenarios.Loading;

/// <summary>A system as read from its folder or from the library: nothing interpreted yet.</summary>
public sealed class SystemFiles
{
    /// <summary>Folder or library id, as the user named it.</summary>
    public required string Name { get; init; }

    /// <summary>Where the files are, for problems.</summary>
    public SourceFiles Sources { get; init; } = SourceFiles.None;

    /// <summary>system.yaml, with the sections of any further .yaml files of the folder merged in.</summary>
    public required MapNode Root { get; init; }

    /// <summary>Tables by name: <c>tables/NAME.csv</c> and <c>tables:</c> of the YAML.</summary>
    public required Dictionary<string, TableData> Tables { get; init; }

    /// <summary>Rosters by name: <c>rosters/NAME.csv</c>.</summary>
    public required Dictionary<string, TableData> Rosters { get; init; }

    /// <summary>What was observed of the real system, <c>observed.csv</c>; null where there is no such file, or it cannot be read.</summary>
    public TableData? Observed { get; init; }

    /// <summary>Days of series as recorded, <c>observed-days.csv</c>; null where there is no such file, or it cannot be read.</summary>
    public TableData? ObservedDays { get; init; }

    /// <summary>
    /// Sets of inputs that what was observed does not rule out, <c>calibrated-set.csv</c>; null where there is no such file, or it cannot be read.
    /// </summary>
    public TableData? CalibratedSet { get; init; }

    /// <summary>
    /// What the model gave for a year to which nothing was fitted, <c>predicted.csv</c>; null where there is no such file, or it cannot be read.
    /// </summary>
    public TableData? Predicted { get; init; }

    /// <summary>What a unit of what is used costs whom, <c>costs.csv</c>; null where there is no such file, or it cannot be read.</summary>
    public TableData? Costs { get; init; }

    /// <summary>What a plan claims, <c>claims.csv</c>; null where there is no such file, or it cannot be read.</summary>
    public TableData? Claims { get; init; }

    /// <summary>Changes of prices from year to year, <c>price-index.csv</c>; null where there is no such file, or it cannot be read.</summary>
    public TableData? PriceIndex { get; init; }

    /// <summary>
    /// Scenarios by id: <c>scenarios/ID.yaml</c> and <c>scenarios:</c> of the YAML (a bare list is read as <c>{ scenario: ID, changes: list }</c>).
    /// </summary>
    public required Dictionary<string, MapNode> Scenarios { get; init; }

    /// <summary>What was made of exports of stays, table by table (<c>stays:</c> of the YAML).</summary>
    public IReadOnlyList<StaysGroup> Stays { get; init; } = [];

    /// <summary>Names of tables of stays that could not be made, which has been told: who reads one needs no second problem.</summary>
    internal IReadOnlySet<string> LostTables { get; init; } = new HashSet<string>();

    /// <summary>Folders of shared tables that the system includes, in written order.</summary>
    internal IReadOnlyList<string> Included { get; init; } = [];

    /// <summary>True for a copy that a scenario's changes are made on: scaling may leave broken numbers of units there, which are rounded.</summary>
    public bool IsChanged { get; init; }

    /// <summary>
    /// Every file read, relative to the system's folder with forward slashes, with the SHA-256 of its bytes (lower-case hex), in ordinal order. A shared table
    /// is named by its place in the library, <c>library:england/tables/hours.csv</c>.
    /// </summary>
    public required IReadOnlyList<(string File, string Sha256)> Inputs { get; init; }

    /// <summary>The same system with other scenarios.</summary>
    /// <param name="scenarios">All of them.</param>
    /// <param name="sources">Where the files are, also those that the scenarios come from; null: where they were.</param>
    internal SystemFiles WithScenarios(Dictionary<string, MapNode> scenarios, SourceFiles? sources = null) => new()
    {
        Name = Name,
        Sources = sources ?? Sources,
        Root = Root,
        Tables = Tables,
        Rosters = Rosters,
        Observed = Observed,
        ObservedDays = ObservedDays,
        CalibratedSet = CalibratedSet,
        Predicted = Predicted,
        Costs = Costs,
        Claims = Claims,
        PriceIndex = PriceIndex,
        Scenarios = scenarios,
        Stays = Stays,
        LostTables = LostTables,
        Included = Included,
        IsChanged = IsChanged,
        Inputs = Inputs,
    };
}
