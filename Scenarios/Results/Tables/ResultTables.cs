using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Savings;

namespace FlowSim.Scenarios.Results.Tables;

/// <summary>The result files of like rows, with their columns. Users script against these.</summary>
internal static class ResultTables
{
    public static RowTable<Summary> Summary { get; } = new RowTable<Summary>("summary.csv")
        .Scenario(row => row.Scenario).Key(row => row.Key).Text("unit", row => row.Unit).Whole("n", row => row.N)
        .Number("mean", row => row.Mean).Number("sd", row => row.Sd).Interval("lower95", row => row.Lower95, "upper95", row => row.Upper95)
        .Number("p05", row => row.P05).Number("p50", row => row.P50).Number("p95", row => row.P95)
        .Later(table => table.Interval("lower95_all", row => row.Lower95All, "upper95_all", row => row.Upper95All)
            .WholeOrNothing("n_outer", row => row.NOuter).Number("model_error95", row => row.ModelError95))
        .RowsOf(run => run.Scenarios.Where(scenario => run.ReplicationsOf(scenario) > 0));

    public static RowTable<Difference> Differences { get; } = new RowTable<Difference>("differences.csv")
        .Scenario(row => row.Scenario).Key(row => row.Key).Text("unit", row => row.Unit).Whole("n", row => row.N)
        .Number("mean", row => row.Mean).Interval("lower95", row => row.Lower95, "upper95", row => row.Upper95)
        .Interval("lower_sim", row => row.LowerSim, "upper_sim", row => row.UpperSim).WholeOrNothing("family_size", row => row.FamilySize)
        .Number("correlation", row => row.Correlation)
        .Later(table => table.Number("baseline_mean", row => row.BaselineMean).Number("scenario_mean", row => row.ScenarioMean)
            .Interval("lower95_all", row => row.Lower95All, "upper95_all", row => row.Upper95All).WholeOrNothing("n_outer", row => row.NOuter))
        .RowsOf(Compared);

    /// <summary>By far the longest.</summary>
    public static RowTable<ReplicationRow> Replications { get; } = new RowTable<ReplicationRow>("replications.csv")
        .Scenario(row => row.Scenario).Whole("replication", row => row.Replication).Key(row => row.Key).Number("value", row => row.Value)
        .RowsOf(run => run.Scenarios.Where(scenario => run.ReplicationsOf(scenario) > 0));

    /// <summary>A row of a series: see <see cref="TimelineRows"/>.</summary>
    public static RowTable<TimelineRow> Timeline { get; } = new RowTable<TimelineRow>("timeline.csv")
        .Scenario(row => row.Scenario).Text("measure", row => row.Measure).Text("place", row => row.Place).Text("time", row => row.Time)
        .Single("mean", row => row.Mean).Single("p05", row => row.P05).Single("p50", row => row.P50).Single("p95", row => row.P95)
        .Later(table => table.Whole("n", row => row.N).Single("sd", row => row.Sd).Single("lower95", row => row.Lower95).Single("upper95", row => row.Upper95));

    public static RowTable<FlowSummary> Flows { get; } = new RowTable<FlowSummary>("flows.csv")
        .Scenario(row => row.Scenario).Text("period", row => row.Period).Text("from", row => row.From).Text("to", row => row.To)
        .Text("place", row => row.Place).Number("per_day", row => row.PerDay);

    public static RowTable<SpinUpYear> SpinUp { get; } = new RowTable<SpinUpYear>("spin-up.csv")
        .Whole("replication", row => row.Replication).Whole("year", row => row.Year).Text("from", row => row.From).Text("measure", row => row.Measure)
        .Text("place", row => row.Place).Text("group", row => row.Group).Text("unit", row => row.Unit).Number("value", row => row.Value);

    public static RowTable<LedgerLine> Ledger { get; } = new RowTable<LedgerLine>("ledger.csv")
        .Scenario(row => row.Scenario).Text("year", row => row.Year).Text("partner", row => row.Partner).Text("counterparty", row => row.Counterparty)
        .Text("line", row => row.Line).OneOf("perspective", LedgerWords.Perspectives, row => row.Perspective).OneOf("basis", LedgerWords.Bases, row => row.Basis)
        .Exact("quantity", row => row.Quantity).Text("unit", row => row.Unit).Exact("unit_cost_gbp", row => row.UnitCost)
        .Amount("amount_gbp", row => row.Amount).Interval("lower95", row => row.Lower95, "upper95", row => row.Upper95)
        .Empty("lower95_all", "upper95_all", "n_outer")
        .Flag("recurrent", row => row.Recurrent).Text("price_year", row => row.PriceYear)
        .Later(table => table.Interval("lower95_all", row => row.Lower95All, "upper95_all", row => row.Upper95All)
            .WholeOrNothing("n_outer", row => row.NOuter).Text("place", row => row.Place));

    public static RowTable<Saving> Savings { get; } = new RowTable<Saving>("savings.csv")
        .Scenario(row => row.Scenario).Text("year", row => row.Year).OneOf("basis", LedgerWords.Bases, row => row.Basis).Text("partner", row => row.Partner)
        .Amount("resources_gbp", row => row.Resources).Amount("transfers_gbp", row => row.Transfers).Amount("amount_gbp", row => row.Amount)
        .Interval("lower95", row => row.Lower95, "upper95", row => row.Upper95)
        .Interval("lower95_all", row => row.Lower95All, "upper95_all", row => row.Upper95All).WholeOrNothing("n_outer", row => row.NOuter)
        .OneOf("verdict", LedgerWords.Verdicts, row => row.Verdict)
        .Number("leakage", row => row.Leakage).Interval("leakage_lower95", row => row.LeakageLower95, "leakage_upper95", row => row.LeakageUpper95)
        .Number("side_payment_gbp", row => row.SidePayment)
        .Later(table => table.Text("wide_by", row => row.WideBy).Number("wide_by_correlation", row => row.WideByCorrelation)
            .Interval("wide_by_lower95", row => row.WideByLower95, "wide_by_upper95", row => row.WideByUpper95));

    public static RowTable<WardRow> Wards { get; } = new RowTable<WardRow>("wards.csv")
        .Scenario(row => row.Scenario).Text("year", row => row.Year).Text("place", row => row.Place).Number("open", row => row.Open)
        .Number("demand", row => row.Demand).Number("winter_demand", row => row.WinterDemand).Whole("needed", row => row.Needed)
        .Whole("wards", row => row.Wards);

    public static RowTable<ClaimVerdict> Claims { get; } = new RowTable<ClaimVerdict>("claims.csv")
        .Scenario(row => row.Scenario).Text("claim", row => row.Claim).Text("kind", row => row.Kind).Text("comparator", row => row.Comparator)
        .Text("period", row => row.Period).Number("target", row => row.Target).Number("estimate", row => row.Estimate)
        .Number("lower95", row => row.Lower95).Number("upper95", row => row.Upper95).Empty("lower95_all", "upper95_all")
        .Number("probability", row => row.Probability).Empty("n_outer", "n_inner").Text("verdict", row => row.Verdict)
        .Later(table => table.Interval("lower95_all", row => row.Lower95All, "upper95_all", row => row.Upper95All)
            .WholeOrNothing("n_outer", row => row.NOuter).WholeOrNothing("n_inner", row => row.NInner));

    public static RowTable<CalibrationRow> Calibration { get; } = new RowTable<CalibrationRow>("calibration.csv")
        .Text("measure", row => row.Measure).Text("place", row => row.Place).Text("group", row => row.Group).Text("period", row => row.Period)
        .Text("unit", row => row.Unit).Number("observed", row => row.Observed)
        .Interval("observed_lower95", row => row.ObservedLower95, "observed_upper95", row => row.ObservedUpper95).Text("status", row => row.Status)
        .Number("modelled", row => row.Modelled).Interval("lower95", row => row.Lower95, "upper95", row => row.Upper95)
        .Number("tolerance", row => row.Tolerance)
        .OneOf("verdict", [CalibrationVerdict.Within, CalibrationVerdict.Outside, CalibrationVerdict.CannotBeTold, CalibrationVerdict.NotJudged,
            CalibrationVerdict.NoObservation], row => row.Verdict)
        .Text("source", row => row.Source);

    public static RowTable<CalibrationDay> CalibrationDays { get; } = new RowTable<CalibrationDay>("calibration-days.csv")
        .Text("measure", row => row.Measure).Text("place", row => row.Place).Date("day", row => row.Day).Text("unit", row => row.Unit)
        .Number("observed", row => row.Observed).Number("mean", row => row.Mean).Number("p05", row => row.P05).Number("p95", row => row.P95);

    public static RowTable<PredictedFigure> Predicted { get; } = new RowTable<PredictedFigure>("predicted.csv")
        .Text("measure", row => row.Measure).Text("place", row => row.Place).Text("group", row => row.Group).Text("period", row => row.Period)
        .Text("unit", row => row.Unit).Number("observed", row => row.Observed).Number("modelled", row => row.Modelled)
        .Interval("lower95", row => row.Lower95, "upper95", row => row.Upper95)
        .Number("persistence", row => row.Persistence).Text("persistence_period", row => row.PersistencePeriod);

    public static RowTable<DesignRow> Designs { get; } = new RowTable<DesignRow>("designs.csv")
        .Text("design", row => row.Design).OneOf("kind", [DesignRow.AsItIs, DesignRow.Curve, DesignRow.Best, DesignRow.Furthest], row => row.Kind)
        .Whole("order", row => row.Order)
        .Number("gbp_per_year", row => row.Cost).Text("target", row => row.Target).Text("unit", row => row.Unit).Whole("n", row => row.N)
        .Number("mean", row => row.Mean).Interval("lower95", row => row.Lower95, "upper95", row => row.Upper95).Number("share_met", row => row.ShareMet)
        .Text("verdict", row => row.Verdict).Number("opportunity_gbp", row => row.Opportunity)
        .Interval("opportunity_lower95", row => row.OpportunityLower95, "opportunity_upper95", row => row.OpportunityUpper95)
        .Text("by_opportunity", row => row.ByOpportunity).Number("cash_gbp", row => row.Cash)
        .Interval("cash_lower95", row => row.CashLower95, "cash_upper95", row => row.CashUpper95).Text("by_cash", row => row.ByCash);

    public static RowTable<LeverRow> Levers { get; } = new RowTable<LeverRow>("levers.csv")
        .Text("design", row => row.Design).Text("lever", row => row.Lever).Text("title", row => row.Title).Text("verb", row => row.Verb)
        .Text("value", row => row.Value).Number("change", row => row.Change).Number("gbp_per_year", row => row.Cost).Text("partner", row => row.Partner);

    /// <summary>The run as described need not be reported under its own name: a pool may be without limit as it is.</summary>
    public static RowTable<BedRow> Beds { get; } = new RowTable<BedRow>("beds.csv")
        .Scenario(row => row.Scenario).Text("pool", row => row.Pool).Text("place", row => row.Place).Text("period", row => row.Period)
        .OneOf("kind", [BedRow.Needed, BedRow.Open, BedRow.AsItIs, BedRow.Load, BedRow.EstimatedLoad], row => row.Kind)
        .Number("one_in", row => row.OneIn).Whole("n", row => row.N)
        .Number("beds", row => row.Beds).Interval("lower95", row => row.Lower95, "upper95", row => row.Upper95)
        .Number("found_none", row => row.FoundNone).Number("occupancy_pct", row => row.OccupancyPercent)
        .Number("p_delay", row => row.PDelay).Number("p_full", row => row.PFull);

    /// <summary>What was drawn of what is not known; the baseline need not be reported.</summary>
    public static RowTable<DrawnInput> Draws { get; } = new RowTable<DrawnInput>("draws.csv")
        .Whole("draw", row => row.Draw).Text("scenario", row => row.Scenario).Text("input", row => row.Input).Text("reason", row => row.Reason)
        .Text("value", row => row.Value).Number("u", row => row.U);

    public static RowTable<DrawnValue> DrawResults { get; } = new RowTable<DrawnValue>("draw-results.csv")
        .Whole("draw", row => row.Draw).Scenario(row => row.Scenario).Key(row => row.Key).Text("unit", row => row.Unit).Number("value", row => row.Value);

    /// <summary>Scenarios that can be set against the baseline: both have replications.</summary>
    private static IEnumerable<string> Compared(RunFacts run) =>
        run.Scenarios.Contains(ExperimentPlan.BaselineId) && run.ReplicationsOf(ExperimentPlan.BaselineId) > 0
            ? run.Scenarios.Where(scenario => scenario != ExperimentPlan.BaselineId && run.ReplicationsOf(scenario) > 0)
            : [];
}
