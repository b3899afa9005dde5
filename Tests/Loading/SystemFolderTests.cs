using System.Text;
using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Tests.Loading;

/// <summary>Which files of a folder are read, passed over, and told.</summary>
public sealed class SystemFolderTests
{
    private const string System =
        "system: s\nrun: { starts: 2016-01-04, lasts: 10 d }\nstreams: { a: { to: w, rate: 5 per d } }\nstages: { w: { place: none, time: 1 h, then: leave } }\n";

    [TestCase(".#system.yaml")]
    [TestCase("._system.yaml")]
    [TestCase("tables/._t.csv")]
    [TestCase("rosters/.~lock.r.csv#")]
    [TestCase("scenarios/.s.yaml")]
    [TestCase("system.yaml~")]
    [TestCase("#system.yaml#")]
    [TestCase("tables/~$t.xlsx")]
    [TestCase("SOURCES.md")]
    [TestCase("tables/README.md")]
    public void Files_of_editors_and_of_systems_are_passed_over(string file) => Assert.That(Problems(file), Is.Empty);

    [TestCase("more.yml", Severity.Error)]
    [TestCase("more.YAML", Severity.Error)]
    [TestCase("scenarios/plan.yml", Severity.Error)]
    [TestCase("scenarios/plan.Yaml", Severity.Error)]
    [TestCase("tables/T.CSV", Severity.Error)]
    [TestCase("rosters/r.Csv", Severity.Error)]
    [TestCase("tables/t.xls", Severity.Warning)]
    [TestCase("tables/t.XLSX", Severity.Warning)]
    [TestCase("tables/t.txt", Severity.Warning)]
    [TestCase("rosters/r.tsv", Severity.Warning)]
    [TestCase("scenarios/s.csv", Severity.Warning)]
    [TestCase("t.csv", Severity.Warning)]
    public void What_looks_like_a_part_but_is_not_read_is_told(string file, Severity severity)
    {
        var problem = Problems(file).Single();
        Assert.That(problem.Severity, Is.EqualTo(severity));
        Assert.That(problem.Where.File, Is.EqualTo(file));
    }

    [TestCase("Tables/t.csv", "Tables")]
    [TestCase("scenario/s.yaml", "scenario")]
    public void A_folder_that_is_nearly_one_of_the_layout_is_told(string file, string folder) =>
        Assert.That(Problems(file).Single().Where.File, Is.EqualTo(folder));

    [Test]
    public void A_workbook_beside_the_table_saved_from_it_is_no_problem() =>
        Assert.That(Problems("tables/t.xlsx", ("tables/t.csv", "hour,x\n*,1\n")), Is.Empty);

    [Test]
    [Platform("Linux,MacOsX")]
    public void A_link_to_nothing_is_a_problem()
    {
        using var system = TemporarySystem.With(("system.yaml", System));
        File.CreateSymbolicLink(Path.Combine(system.Folder, "more.yaml"), "nowhere");
        system.Read();
        Assert.That(system.Problems.Sorted.Single().Where.File, Is.EqualTo("more.yaml"));
    }

    [Test]
    [Platform("Linux")]
    public void A_device_without_end_is_no_file()
    {
        using var system = TemporarySystem.With(("system.yaml", System));
        File.CreateSymbolicLink(Path.Combine(system.Folder, "more.yaml"), "/dev/zero");
        system.Read();
        Assert.That(system.Problems.Sorted.Single().Received, Does.Contain("device"));
    }

    [Test]
    public void Many_small_depths_and_lengths_are_refused_with_their_line(
        [Values("then: [ { if: \"{0}open(x){1}\", to: leave }, { to: leave } ]|(|)|60000", "time: \"8 h{0}\"| of x||100000",
            "then: [ { if: \"{0}open(x)\", to: leave }, { to: leave } ]|not ||60000",
            "then: [ { if: \"open(x){0}\", to: leave }, { to: leave } ]| and open(x)||60000", "time: {0}1{1}|[|]|20000",
            "place: \"bed{0}\"| + bed||50000")] string pattern)
    {
        var parts = pattern.Split('|');
        var count = int.Parse(parts[3], global::System.Globalization.NumberStyles.None, global::System.Globalization.CultureInfo.InvariantCulture);
        var text = parts[0].Replace("{0}", string.Concat(Enumerable.Repeat(parts[1], count)), StringComparison.Ordinal)
            .Replace("{1}", string.Concat(Enumerable.Repeat(parts[2], count)), StringComparison.Ordinal);
        using var system = TemporarySystem.With(
            ("system.yaml",
                System.Replace("time: 1 h, then: leave", text.StartsWith("then", StringComparison.Ordinal)
                    ? text
                    : text + ", then: leave", StringComparison.Ordinal)));
        if (system.Read() is { } files)
        {
            SystemCompiler.Compile(files, RunOverrides.None, system.Problems);
        }

        Assert.That(system.Problems.HasErrors);
        Assert.That(system.Problems.Sorted.Select(problem => problem.Where.Line), Is.All.EqualTo(4));
    }

    [TestCase("starts: 2016-01-04", "starts: 9998-12-01")]
    [TestCase("starts: 2016-01-04", "starts: 0001-01-01")]
    [TestCase("starts: 2016-01-04", "starts: 0003-04-01, branch: 0030-04-01")]
    [TestCase("lasts: 10 d", "lasts: 0.2 s")]
    [TestCase("lasts: 10 d", "lasts: 1e300 y")]
    [TestCase("lasts: 10 d", "lasts: 10 d, replications: 2147483647")]
    [TestCase("rate: 5 per d", "schedule: { at: daily 07:00, count: binomial 100001 50 % }")]
    [TestCase("rate: 5 per d", "rate: 1e308 per s")]
    [TestCase("time: 1 h", "time: gamma mean 1 s sd 1e200 y")]
    public void Numbers_beyond_all_use_are_refused_with_their_line(string sound, string broken)
    {
        using var system = TemporarySystem.With(("system.yaml", System.Replace(sound, broken, StringComparison.Ordinal)));
        SystemCompiler.Compile(system.Read()!, RunOverrides.None, system.Problems);
        Assert.That(system.Problems.HasErrors);
        Assert.That(system.Problems.Sorted.Select(problem => problem.Where.Line), Is.All.GreaterThan(1));
    }

    [Test]
    public void A_table_of_several_rows_without_a_key_names_the_column_that_should_be_one()
    {
        var yaml = System.Replace("rate: 5 per d", "each: trust, rate: { table: t, column: n, per: d }", StringComparison.Ordinal)
            + "dimensions: { trust: [raj, rdd] }\n";
        using var system = TemporarySystem.With(("system.yaml", yaml), ("tables/t.csv", "Org Code,n\nRAJ,5\nRDD,6\nTOTAL,11\n"));
        SystemCompiler.Compile(system.Read()!, RunOverrides.None, system.Problems);
        Assert.That(system.Printed, Does.Contain("name the column trust"));
    }

    private static IReadOnlyList<Problem> Problems(string file, params (string File, string Text)[] others)
    {
        using var system = TemporarySystem.With([("system.yaml", System), .. others]);
        system.Write(file, Encoding.UTF8.GetBytes("scenario: [\0"));
        Assert.That(system.Read(), Is.Not.Null);
        return system.Problems.Sorted;
    }
}
