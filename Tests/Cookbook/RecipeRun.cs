using System.Globalization;
using FlowSim.Tests.Cli;
using FlowSim.Tests.Results;

namespace FlowSim.Tests.Cookbook;

/// <summary>A recipe of the cookbook, run as the page says: its baseline and its one scenario.</summary>
internal sealed class RecipeRun : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string[][] summary;
    private readonly string[][] differences;

    public RecipeRun(string recipe)
    {
        var run = TypedCommand.Run("compare", "--system", FolderOf(recipe), "--distributions", "--out", Results, "--quiet");
        Assert.That(run.Exit, Is.Zero, run.Error);
        summary = Rows("summary.csv");
        differences = Rows("differences.csv");
    }

    private string Results => Path.Combine(folder.Path, "results");

    public static string FolderOf(string recipe) => Path.Combine(RepositoryRoot.Path, "docs", "cookbook", recipe);

    /// <summary>Mean over replications in the only period; <paramref name="scenario"/> may be the baseline.</summary>
    public double Mean(string measure, string place = "system", string group = "", string scenario = "baseline") =>
        Number(summary, "mean", scenario, measure, place, group);

    /// <summary>Half the 95 % interval of the same.</summary>
    public double HalfWidth(string measure, string place = "system", string group = "", string scenario = "baseline") =>
        (Number(summary, "upper95", scenario, measure, place, group) - Number(summary, "lower95", scenario, measure, place, group)) / 2;

    /// <summary>The bounds of what the scenario changes.</summary>
    public (double Lower, double Upper) Change(string measure, string place = "system", string group = "")
    {
        var scenario = differences[1][Array.IndexOf(differences[0], "scenario")];
        return (Number(differences, "lower95", scenario, measure, place, group), Number(differences, "upper95", scenario, measure, place, group));
    }

    /// <summary>The picture of the baseline's network.</summary>
    public string Network()
    {
        var drawings = Path.Combine(folder.Path, "drawings");
        var plot = TypedCommand.Run("plot", Results, "--chart", "network", "--scenario", "baseline", "--out", drawings);
        Assert.That(plot.Exit, Is.Zero, plot.Error);
        return File.ReadAllText(Directory.GetFiles(drawings).Single());
    }

    public void Dispose() => folder.Dispose();

    private static double Number(string[][] table, string column, string scenario, string measure, string place, string group)
    {
        string[] keys = ["scenario", "measure", "place", "group"];
        string[] wanted = [scenario, measure, place, group];
        var at = Array.ConvertAll(keys, key => Array.IndexOf(table[0], key));
        var rows = table.Skip(1).Where(row => Enumerable.Range(0, at.Length).All(index => row[at[index]] == wanted[index])).ToList();
        Assert.That(rows, Has.Count.EqualTo(1), $"rows of {string.Join(' ', wanted)}");
        return double.Parse(rows[0][Array.IndexOf(table[0], column)], CultureInfo.InvariantCulture);
    }

    private string[][] Rows(string file) =>
        [.. File.ReadAllLines(Path.Combine(Results, file)).Select(line => line.Split(',')).Where(row => row[1] is "all" or "period" or "2016/17")];
}
