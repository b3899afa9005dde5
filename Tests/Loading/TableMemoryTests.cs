using System.Globalization;
using System.Text;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Loading;
using FlowSim.Tests.Loading.Compilation;

namespace FlowSim.Tests.Loading;

/// <summary>Long files take memory in proportion to their length, not ten times it.</summary>
public sealed class TableMemoryTests
{
    private const int Rows = 100_000;

    [Test]
    public void A_table_keeps_about_twice_its_file()
    {
        var text = new StringBuilder("spell,ward,los\n");
        for (var row = 0; row < Rows; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row:000000000},ward-{row % 40:00},{row % 977}.25\n");
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var table = CsvTableReader.Read(bytes, "stays", "tables/stays.csv", new ProblemList())!;
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.That(kept, Is.LessThan(2 * bytes.Length));
        Assert.That((table.Rows.Count, string.Join('/', table.Rows[^1].Cells), table.Rows[^1].Where.Line),
            Is.EqualTo((Rows, "000099999/ward-39/345.25", Rows + 1)));
    }

    [Test]
    public void A_copy_shares_what_was_read_and_changes_alone()
    {
        var table = CsvTableReader.Read(Encoding.UTF8.GetBytes("a,b\n1,x\n2,y\n3,z\n"), "t", "tables/t.csv", new ProblemList())!;
        var copy = table.Copy();
        copy.Rows[1].Cells[1] = "other";
        copy.Rows.Remove(copy.Rows[0]);
        var second = copy.Copy();
        second.Rows.Remove(second.Rows[1]);
        Assert.That(table.Rows.Select(row => string.Join('/', row.Cells)), Is.EqualTo(new[] { "1/x", "2/y", "3/z" }));
        Assert.That(copy.Rows.Select(row => string.Join('/', row.Cells)), Is.EqualTo(new[] { "2/other", "3/z" }));
        Assert.That(second.Rows.Select(row => string.Join('/', row.Cells)), Is.EqualTo(new[] { "2/other" }));
        Assert.That(copy.Rows.Select(row => row.Where.Line), Is.EqualTo(new[] { 3, 4 }));
    }

    [Test]
    public void Origins_of_a_very_long_table_are_noted_once_each()
    {
        var rows = string.Concat(Enumerable.Range(0, 3000)
            .Select(row => FormattableString.Invariant($"{row} min,{(row % 2 == 0 ? "measured" : "assumed")},{row % 3}\n")));
        using var system = TemporarySystem.With(
            ("system.yaml",
                "system: s\nrun: { starts: 2016-04-01, lasts: 3 d, replications: 1 }\nstreams: { a: { to: w, observed: { file: tables/o.csv } } }\nstages: { w: { time: 1 h, then: leave } }\n"),
            ("tables/o.csv", "time,status,note\n" + rows));
        var compiled = Scenarios.Compilation.SystemCompiler.Compile(system.Read()!, Scenarios.Compilation.Names.RunOverrides.None, system.Problems);
        var origins = compiled!.Description.Assumptions.Where(assumption => assumption.Path == "tables.o").ToList();
        Assert.That(origins.Select(origin => $"{origin.Status} {origin.Note} {origin.Value}"),
            Is.EquivalentTo(
                new[] { "measured 0 500 rows", "assumed 1 500 rows", "measured 2 500 rows", "assumed 0 500 rows", "measured 1 500 rows",
                    "assumed 2 500 rows" }));
    }
}
