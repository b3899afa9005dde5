using System.Text.RegularExpressions;
using FlowSim.Cli.Running;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Tests.Cli;
using FlowSim.Tests.Golden;
using FlowSim.Tests.Loading;
using FlowSim.Tests.Report;

namespace FlowSim.Tests.Checklist;

public sealed partial class DescribeCommandTests
{
    /// <summary>Table 1 of Monks et al. 2019, Journal of Simulation 13: 55-67.</summary>
    private static readonly string[] Items =
    [
        "1.1 Purpose of the model", "1.2 Model outputs", "1.3 Experimentation aims",
        "2.1 Base model overview diagram", "2.2 Base model logic", "2.3 Scenario logic", "2.4 Algorithms", "2.5 Components",
        "2.5.1 Entities", "2.5.2 Activities", "2.5.3 Resources", "2.5.4 Queues", "2.5.5 Entry and exit points",
        "3.1 Data sources", "3.2 Pre-processing", "3.3 Input parameters", "3.4 Assumptions",
        "4.1 Initialisation", "4.2 Run length", "4.3 Estimation approach",
        "5.1 Software or programming language", "5.2 Random sampling", "5.3 Model execution", "5.4 System specification",
        "6.1 Computer model sharing statement",
    ];

    [Test]
    public void Two_wards_is_described_as_kept() =>
        GoldenFile.Check("two-wards/describe.md", TypedCommand.Run("describe", "--system", "two-wards").Out);

    [TestCaseSource(typeof(SystemLibrary), nameof(SystemLibrary.Ids))]
    public void Every_item_of_the_checklist_is_answered_in_its_order(string system)
    {
        var text = TypedCommand.Run("describe", "--system", system).Out;
        var headings = Heading().Matches(text).Select(match => match.Groups["item"].Value).Where(item => item.Contains('.')).ToList();
        Assert.That(headings, Is.EqualTo(Items));
        foreach (var item in Items.Where(item => item != "2.5 Components"))
        {
            var after = text[(text.IndexOf($"# {item}\n", StringComparison.Ordinal) + item.Length + 2)..].TrimStart();
            Assert.That(after, Does.Not.StartWith("#").And.Not.Empty, item);
        }
    }

    [TestCaseSource(typeof(SystemLibrary), nameof(SystemLibrary.Ids))]
    public void Every_stage_stream_pool_and_way_out_is_named_with_its_id(string system)
    {
        var text = TypedCommand.Run("describe", "--system", system).Out;
        var description = SystemBinding.Bind(SystemReader.Read(system, new ProblemList())!, new ProblemList());
        var named = description.Stages.Select(stage => stage.Name).Concat(description.Pools.Select(pool => pool.Name)).Concat(description.Exits)
            .Concat(description.Streams.Where(stream => stream.To is not null).Select(stream => stream.Name)).Select(name => name.Text);
        Assert.That(named.Where(id => !text.Contains($" (`{id}`)", StringComparison.Ordinal)), Is.Empty);
    }

    [TestCaseSource(typeof(SystemLibrary), nameof(SystemLibrary.Ids))]
    public void Rows_of_a_Markdown_table_have_as_many_cells_as_its_head(string system)
    {
        var lines = TypedCommand.Run("describe", "--system", system).Out.Split('\n');
        for (var at = 1; at < lines.Length; at++)
        {
            if (lines[at].StartsWith('|') && lines[at - 1].StartsWith('|'))
            {
                Assert.That(Bar().Count(lines[at]), Is.EqualTo(Bar().Count(lines[at - 1])), lines[at]);
            }
        }
    }

    [TestCaseSource(typeof(SystemLibrary), nameof(SystemLibrary.Ids))]
    public void The_page_is_sound_and_asks_no_network(string system)
    {
        var page = TypedCommand.Run("describe", "--system", system, "--format", "html").Out;
        var outline = HtmlOutline.Of(page);
        Assert.That(outline.Problems, Is.Empty);
        Assert.That(outline.Elements, Does.Not.Contain("script").And.Not.Contain("link").And.Not.Contain("img"));
        Assert.That(outline.Values("href").Where(to => !to.StartsWith('#')), Is.Empty);
        Assert.That(Items.Where(item => !outline.Text.Contains(item, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Only_the_scenarios_that_are_named_are_told()
    {
        var text = TypedCommand.Run("describe", "no-neuro", "--system", "stroke-unit").Out;
        Assert.That(text, Does.Contain("`no-neuro`").And.Not.Contain("`plus5`"));
    }

    [Test]
    public void A_scenario_that_is_not_there_is_refused()
    {
        var typed = TypedCommand.Run("describe", "no-nero", "--system", "stroke-unit");
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(typed.Error, Does.Contain("no-neuro"));
        Assert.That(typed.Out, Is.Empty);
    }

    [Test]
    public void Titles_stand_for_names_and_signs_of_Markdown_and_HTML_are_shown_not_obeyed()
    {
        using var system = TemporarySystem.With(("system.yaml", """
            system: clinic
            title: "A | clinic <b> with *stars*"
            run: { starts: Mon 00:00, lasts: 10 d }
            titles: { gone: "Went <home>" }
            exits: [gone]
            pools: { doctor: { title: the doctor, kind: staff, capacity: 2 } }
            streams: { patients: { title: Patients of the town, to: consult, rate: 3 per d } }
            stages: { consult: { title: Consultation, staff: "2 of doctor", priority: 3, time: 15 min, then: { gone: 10 %, leave: rest } } }
            """));
        var text = TypedCommand.Run("describe", "--system", system.Folder).Out;
        Assert.That(text, Does.StartWith("# A \\| clinic &lt;b> with \\*stars\\*"));
        Assert.That(text, Does.Contain("10 % Went &lt;home> (way out), the rest leaves the system"));
        Assert.That(text, Does.Contain("- Staff: 2 of the doctor"));
        Assert.That(text, Does.Contain("| Patients of the town (`patients`) | Consultation | 3 per d |"));
        Assert.That(TypedCommand.Run("describe", "--system", system.Folder, "--format", "html").Out, Does.Contain("clinic &lt;b&gt; with"));
    }

    [Test]
    public void A_system_that_is_wrong_is_told_and_not_described()
    {
        using var system = TemporarySystem.With(("system.yaml", "system: clinic\nrun: { lasts: 10 d }\nstages: { a: { then: b } }\n"));
        var typed = TypedCommand.Run("describe", "--system", system.Folder);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(typed.Error, Does.Contain("system.yaml:3"));
        Assert.That(typed.Out, Is.Empty);
    }

    [GeneratedRegex("^#+ (?<item>[0-9.]+ .+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bar();
}
