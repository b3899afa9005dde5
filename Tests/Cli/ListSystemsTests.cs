using System.Text.Json;
using FlowSim.Scenarios.Asked;
using FlowSim.Scenarios.Loading;
using FlowSim.Tests.Loading;

namespace FlowSim.Tests.Cli;

/// <summary><c>flowsim list systems</c>: what each is for, how well it fits, how much of it is assumed.</summary>
public sealed class ListSystemsTests
{
    private const string Main = """
        system: clinic
        title: A clinic
        purpose: What a second doctor does
        run: { lasts: 30 d }
        pools: { doctor: { kind: staff, capacity: { value: 2, status: assumed, range: 1 to 3 } } }
        streams: { visits: { to: see, rate: { value: 4 per h, status: measured, source: a count } } }
        stages: { see: { staff: doctor, time: 20 min, then: leave } }
        measures: { busy: { title: Doctors in use, ratio: [ { occupied: doctor }, { open: doctor } ], unit: "%" } }
        headline: [busy]

        """;

    [Test]
    public void Numbers_are_counted_by_how_they_are_known()
    {
        using var system = TemporarySystem.With(("system.yaml", Main));
        var summary = SystemSummary.Of(system.Read()!);
        Assert.That((summary.Purpose, summary.Numbers, summary.Assumed, summary.Unsaid), Is.EqualTo(("What a second doctor does", 3, 1, 1)));
        Assert.That(summary.AssumedWords, Is.EqualTo("1 of 3 numbers (33 %); of 1 it is not said where they are from"));
        Assert.That(summary.FitWords, Is.EqualTo("nothing was observed of it"));
    }

    /// <summary>|80 - 76| and |70 - 72| are 3 points on average; months and what is not in the headline do not count.</summary>
    [Test]
    public void The_fit_is_how_far_a_year_to_which_nothing_was_fitted_came_out()
    {
        using var system = TemporarySystem.With(
            ("system.yaml", Main),
            ("predicted.csv", "measure,place,group,period,unit,observed,modelled,lower95,upper95\nbusy,a,,2015/16,%,80,76,,\nbusy,b,,2015/16,%,70,72,,\nbusy,a,,2015-04,%,1,99,,\nother,a,,2015/16,%,1,99,,\n"));
        var summary = SystemSummary.Of(system.Read()!);
        Assert.That(summary.FitWords, Is.EqualTo("off by 3.0 points (Doctors in use) in 2015/16, a year to which nothing was fitted"));
    }

    [Test]
    public void Observed_figures_alone_are_no_fit()
    {
        using var system = TemporarySystem.With(("system.yaml", Main), ("observed.csv", "measure,place,period,observed,status,tolerance,source\nbusy,system,all,60,measured,2,a count\n"));
        Assert.That(SystemSummary.Of(system.Read()!).FitWords, Does.StartWith("not known").And.Contain("1 observed figures"));
    }

    [Test]
    public void Every_system_of_the_library_says_what_it_is_for()
    {
        var listed = TypedCommand.Run("list", "systems").Out;
        foreach (var id in SystemLibrary.Ids)
        {
            Assert.That(listed, Does.Contain($"{id}\n"));
            Assert.That(SystemSummary.Of(SystemReader.Read(id, new ProblemList())!).Purpose, Is.Not.Empty, id);
        }

        Assert.That(listed.Split('\n').Count(line => line.TrimStart().StartsWith("For: ", StringComparison.Ordinal)), Is.EqualTo(SystemLibrary.Ids.Count));
        Assert.That(listed.Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(80));
    }

    [TestCase(80)]
    [TestCase(120)]
    public void Lines_fit_the_terminal(int width)
    {
        var output = new StringWriter();
        FlowSim.Cli.CommandLine.Run(["list", "systems"], new FlowSim.Cli.Running.Terminal { Out = output, Error = TextWriter.Null, Width = width });
        var longest = output.ToString().Split('\n').Max(line => line.Length);
        Assert.That(longest, Is.LessThanOrEqualTo(width).And.GreaterThan(width - 20));
    }

    [Test]
    public void As_json_the_numbers_stand_apart()
    {
        using var json = JsonDocument.Parse(TypedCommand.Run("list", "systems", "--json").Out);
        var county = json.RootElement.EnumerateArray().Single(one => one.GetProperty("id").GetString() == "cambridgeshire-peterborough").GetProperty("about");
        var misfit = county.GetProperty("misfits").EnumerateArray().Single(one => one.GetProperty("measure").GetString() == "four_hour_rate");
        Assert.That(misfit.GetProperty("off").GetDouble(), Is.EqualTo(87.4 - 77.785).Within(0.01), "predicted.csv: 87.4 observed, 77.785 modelled");
        Assert.That(county.GetProperty("assumed").GetInt32(), Is.GreaterThan(county.GetProperty("numbers").GetInt32() / 2));
    }

    /// <summary>The README shows one line each; it must say what the command says.</summary>
    [Test]
    public void The_readme_has_a_line_for_each_system_with_its_share_of_assumed_numbers()
    {
        var readme = File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "README.md"));
        foreach (var id in SystemLibrary.Ids)
        {
            var summary = SystemSummary.Of(SystemReader.Read(id, new ProblemList())!);
            var line = readme.SingleOrDefault(line => line.StartsWith($"| `{id}` |", StringComparison.Ordinal));
            Assert.That(line, Does.Contain(summary.Purpose).And.Contain($"{summary.Assumed} of {summary.Numbers}"), id);
        }
    }
}
