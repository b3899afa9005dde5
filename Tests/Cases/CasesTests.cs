namespace FlowSim.Tests.Cases;

/// <summary>Every situation that people met gives its right value, or a clear refusal.</summary>
public sealed class CasesTests
{
    [TestCaseSource(typeof(Case), nameof(Case.Names))]
    public void A_case_gives_its_right_value_or_a_clear_refusal(string name)
    {
        var which = Case.Read(name);
        var faults = new List<string>();
        foreach (var step in which.Steps)
        {
            using var run = new CaseRun(which, step);
            faults.AddRange(run.Faults());
        }

        faults.AddRange(
            which.Documents.Where(document =>
                !File.ReadAllText(Path.Combine(RepositoryRoot.Path, document.File)).Contains(document.Text, StringComparison.OrdinalIgnoreCase))
            .Select(document => $"{document.File} does not say '{document.Text}'"));
        Assert.That(faults, Is.Empty);
    }

    [TestCase("wait = 5 within 0.1", 5.05, true)]
    [TestCase("wait = 5 within 0.1", 5.2, false)]
    [TestCase("wait + wait = 10", 5, true)]
    [TestCase("wait = 5", double.NaN, false)]
    public void An_equation_holds_only_where_both_sides_are_near(string equation, double found, bool holds)
    {
        using var folder = new Results.TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "replications.csv"),
            FormattableString.Invariant(
                $"scenario,replication,period,measure,place,group,value\nbaseline,1,all,wait,system,,{(double.IsNaN(found) ? "" : found)}\n"));
        File.WriteAllText(Path.Combine(folder.Path, "summary.csv"),
            FormattableString.Invariant(
                $"scenario,period,measure,place,group,unit,n,mean\nbaseline,all,wait,system,,h,1,{(double.IsNaN(found) ? "" : found)}\n"));
        var results = new CaseResults(folder.Path, "baseline");
        Assert.That(CaseEquation.Read(equation).Fault(results, new Lazy<CaseResults>(results)) is null, Is.EqualTo(holds));
    }

    [TestCase("tables/a.csv:3: expected", "a.csv", 3, true)]
    [TestCase("tables/a.csv:33: expected", "a.csv", 3, false)]
    [TestCase("tables/a.csv: on lines 3, 6 and 9", "a.csv", 6, true)]
    [TestCase("tables/a.csv: found 6", "a.csv", 6, false)]
    public void A_line_is_named_by_itself_or_among_those_of_one_cause(string words, string file, int line, bool named) =>
        Assert.That(NamedPlaces.Hold(words, file, line), Is.EqualTo(named));
}
