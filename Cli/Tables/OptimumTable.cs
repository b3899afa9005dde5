using System.Text;
using FlowSim.Cli.Manual;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Results;

namespace FlowSim.Cli.Tables;

/// <summary>What the targets take: the best designs, their levers, and the curve of the first target against cost.</summary>
internal static class OptimumTable
{
    private const double Million = 1e6;

    /// <summary>Room for the id of a design.</summary>
    private const int LeastLabel = 14;

    /// <summary>Tables, each with a heading and an empty line below.</summary>
    public static string Render(ResultSet results, int width)
    {
        var text = new StringBuilder();
        var designs = results.Designs.Where(row => row.Kind is DesignRow.Best or DesignRow.AsItIs).ToList();
        foreach (var target in designs.GroupBy(row => row.Target))
        {
            TextLines.Append(text, $"Target {target.Key}: designs run with random numbers that the search has not seen; £ million a year", width);
            text.Append(Designs([.. target]).Render(width)).Append('\n');
        }

        if (designs.Exists(row => row.Kind == DesignRow.Best))
        {
            TextLines.Append(text, "What each design changes; a column a design, by its number", width);
            text.Append(Levers(results, [.. designs.Where(row => row.Kind == DesignRow.Best).OrderBy(row => row.Order).Select(row => row.Design).Distinct()])
                .Render(width)).Append('\n');
        }

        var curve = OptimumWords.Curve(results);
        if (curve.Count > 1)
        {
            TextLines.Append(text, $"What less costs: {curve[0].Target} against the cost of the levers, step by step in the order of what each brings for its money; £ million a year; runs of the search", width);
            text.Append(CurveTable(curve).Render(width)).Append('\n');
        }

        return text.ToString();
    }

    private static LabelTable Designs(List<DesignRow> rows)
    {
        var priced = rows.Exists(row => double.IsFinite(row.Cash));
        string[] heads = ["costs", "reached", "verdict", .. priced ? ["worth", "cash"] : Array.Empty<string>()];
        var table = new LabelTable("design", heads) { LeastLabel = LeastLabel };
        foreach (var row in rows.OrderBy(row => row.Kind == DesignRow.AsItIs).ThenBy(row => row.Order))
        {
            string[] gains = [Signed(row.Opportunity), Signed(row.Cash)];
            table.Add(row.Kind == DesignRow.AsItIs ? "as it is" : row.Design,
                [Plain(row.Cost), OptimumWords.LevelWithInterval(row), row.Verdict, .. priced ? gains : Array.Empty<string>()]);
        }

        return table;
    }

    private static LabelTable Levers(ResultSet results, List<string> designs)
    {
        var table = new LabelTable("lever", [.. designs.Select(design => design[(design.LastIndexOf('-') + 1)..])]);
        foreach (var lever in results.Levers.Where(row => designs.Contains(row.Design)).GroupBy(row => row.Lever)
            .Where(rows => rows.Any(row => row.Change != 0)))
        {
            table.Add(lever.First().Title, [.. designs.Select(design => lever.First(row => row.Design == design)).Select(OptimumWords.Move)]);
        }

        return table;
    }

    private static LabelTable CurveTable(List<DesignRow> curve)
    {
        var priced = curve.Exists(row => double.IsFinite(row.Cash));
        string[] heads = ["reached", .. priced ? ["worth, net", "", "cash, net", ""] : Array.Empty<string>()];
        var table = new LabelTable("costs", heads) { LeastLabel = 5 };
        foreach (var row in curve)
        {
            string[] gains = [Signed(row.Opportunity), Mark(row.ByOpportunity), Signed(row.Cash), Mark(row.ByCash)];
            table.Add(Plain(row.Cost), [OptimumWords.LevelWithInterval(row), .. priced ? gains : Array.Empty<string>()]);
        }

        return table;
    }

    private static string Mark(string word) => word switch { DesignRow.Highest => "highest", DesignRow.CannotBeTold => "or here", _ => "" };

    private static string Plain(double pounds) => FormattableString.Invariant($"{pounds / Million:0.00}");

    private static string Signed(double pounds) => double.IsFinite(pounds) ? FormattableString.Invariant($"{pounds / Million:+0.00;-0.00;0.00}") : "-";
}
