using FlowSim.Simulator.Sampling.Distributions;
using FlowSim.Tests.Golden;

namespace FlowSim.Tests.Sampling;

/// <summary>The table of distributions in the documents is written from what their classes say.</summary>
public sealed class DistributionPageTests
{
    private const string Start = "<!-- distributions: written by DistributionPageTests -->\n";
    private const string End = "<!-- end of distributions -->\n";

    [Test]
    public void The_table_of_the_reference_names_every_way_to_write_a_distribution()
    {
        var page = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "docs"), "*.md")
            .Single(file => File.ReadAllText(file).Contains(Start, StringComparison.Ordinal));
        var text = File.ReadAllText(page);
        var (from, to) = (text.IndexOf(Start, StringComparison.Ordinal) + Start.Length, text.IndexOf(End, StringComparison.Ordinal));
        GoldenFile.Check($"../../docs/{Path.GetFileName(page)}", text[..from] + Table() + text[to..]);
    }

    private static string Table() =>
        "\n| written | |\n| --- | --- |\n" + string.Concat(DistributionForm.All.Select(Row)) + "\n";

    private static string Row(DistributionForm form) => $"| `{form.Example}` |{(form.Help.Length > 0 ? " " + form.Help : "")} |\n";
}
