using System.Text.Encodings.Web;
using System.Text.Json;
using FlowSim.Scenarios.Results.Tables;

namespace FlowSim.Scenarios.Uncertainty;

/// <summary>The files of draws with several runs each.</summary>
public static class UncertaintyFiles
{
    public const string Variances = "uncertainty.csv";
    public const string Probabilities = "probabilities.csv";
    public const string Influences = "tornado.csv";
    public const string Information = "information.csv";
    public const string Draws = "draws.csv";
    public const string Runs = "draw-replications.csv";

    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly RowTable<UncertaintyRow> VarianceTable = new RowTable<UncertaintyRow>(Variances)
        .Text("scenario", row => row.Scenario).Text("kind", row => row.Kind).Key(row => row.Key).Text("unit", row => row.Unit)
        .Whole("n_outer", row => row.Draws).Whole("n_inner", row => row.Inner).Number("mean", row => row.Mean).Number("mean_se", row => row.MeanSe)
        .Number("lower95_all", row => row.Lower95All).Number("upper95_all", row => row.Upper95All)
        .Number("v_chance", row => row.VChance).Number("v_chance_se", row => row.VChanceSe)
        .Number("v_inputs", row => row.VInputs).Number("v_inputs_se", row => row.VInputsSe)
        .Number("inputs_share", row => row.InputsShare).Number("best_inner", row => row.BestInner);

    private static readonly RowTable<ProbabilityRow> ProbabilityTable = new RowTable<ProbabilityRow>(Probabilities)
        .Text("scenario", row => row.Scenario).Text("claim", row => row.Claim).Text("kind", row => row.Kind).Text("comparator", row => row.Comparator)
        .Text("period", row => row.Period).Number("target", row => row.Target).Number("estimate", row => row.Estimate)
        .Number("probability", row => row.Probability).Number("se", row => row.Se).Number("lower95", row => row.Lower95).Number("upper95", row => row.Upper95)
        .Number("uncorrected", row => row.Uncorrected).Whole("n_outer", row => row.NOuter).Whole("n_inner", row => row.NInner)
        .Text("verdict", row => row.Verdict);

    private static readonly RowTable<InfluenceRow> InfluenceTable = new RowTable<InfluenceRow>(Influences)
        .Text("scenario", row => row.Scenario).Text("kind", row => row.Kind).Key(row => row.Key).Text("unit", row => row.Unit)
        .Text("input", row => row.Input).Text("reason", row => row.Reason).Text("low", row => row.Low).Text("high", row => row.High)
        .Number("at_low", row => row.AtLow).Number("at_high", row => row.AtHigh).Number("share", row => row.Share).Flag("told", row => row.IsTold)
        .Number("correlation", row => row.Correlation).Number("lower95", row => row.Lower95).Number("upper95", row => row.Upper95).Whole("n", row => row.N);

    private static readonly RowTable<InformationRow> InformationTable = new RowTable<InformationRow>(Information)
        .Text("scenario", row => row.Scenario).Text("basis", row => row.Basis).Text("kind", row => row.Kind).Text("input", row => row.Input)
        .Text("reason", row => row.Reason).Number("gbp_per_year", row => row.Pounds).Number("se", row => row.Se).Number("explained", row => row.Explained)
        .Text("choice", row => row.Choice).Number("choice_gbp_per_year", row => row.Gain).Number("years", row => row.Years).Whole("n", row => row.N)
        .Text("why_not", row => row.Why);

    /// <summary>Each file with what writes it; of what there is nothing of there is no file.</summary>
    public static IEnumerable<(string Name, Action<Stream> Write)> Of(UncertaintyAnalysis analysis)
    {
        yield return (Variances, stream => VarianceTable.Write(stream, analysis.Variances));
        yield return (Probabilities, stream => ProbabilityTable.Write(stream, analysis.Probabilities));
        yield return (Influences, stream => InfluenceTable.Write(stream, analysis.Influences));
        if (analysis.Information.Count > 0)
        {
            yield return (Information, stream => InformationTable.Write(stream, analysis.Information));
        }

        yield return (Draws, stream => ResultTables.Draws.Write(stream, analysis.Drawn));
        yield return (Runs, stream => WriteRuns(stream, analysis));
    }

    /// <summary>One document with a list for each table.</summary>
    public static void WriteJson(Stream stream, UncertaintyAnalysis analysis)
    {
        using var json = new Utf8JsonWriter(stream, Indented);
        json.WriteStartObject();
        List(json, "uncertainty", VarianceTable, analysis.Variances);
        List(json, "probabilities", ProbabilityTable, analysis.Probabilities);
        List(json, "tornado", InfluenceTable, analysis.Influences);
        List(json, "information", InformationTable, analysis.Information);
        json.WriteEndObject();
    }

    private static void List<T>(Utf8JsonWriter json, string name, RowTable<T> table, IReadOnlyList<T> rows)
        where T : class
    {
        json.WriteStartArray(name);
        table.Write(new JsonRows(json), rows);
        json.WriteEndArray();
    }

    private static void WriteRuns(Stream stream, UncertaintyAnalysis analysis)
    {
        using var csv = new CsvRows(stream, "draw", "replication", "scenario", "period", "measure", "place", "group", "unit", "value");
        foreach (var (run, scenario, row, value) in analysis.Values())
        {
            csv.Cell("draw", run.Draw);
            csv.Cell("replication", run.Replication);
            csv.Cell("scenario", scenario);
            csv.Cell("period", row.Key.Period);
            csv.Cell("measure", row.Key.Measure);
            csv.Cell("place", row.Key.Place);
            csv.Cell("group", row.Key.Group);
            csv.Cell("unit", row.Unit);
            csv.Cell("value", value);
            csv.EndRow();
        }
    }
}
