using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Tests.Loading.Compilation;

/// <summary>Whatever stands where, the compiler reports problems; it never throws, and never gives nothing without saying why.</summary>
[TestFixture]
internal sealed class DamagedDescriptionTests
{
    private static readonly string[] OddTexts =
        ["", "x", "-1", "NaN", "1e400", "200 %", "rest", "*", "a@b", "@", "until next", "2 d of", "2016-13-40", "99:99", "+1", "a|b", "99999999999",
            "lognormal mean", "[x]", "1 y", "site"];

    private int count;

    [Test]
    public void A_text_replaced_by_an_odd_one_never_throws([Values("two-wards", "stroke-unit")] string id)
    {
        var files = SystemReader.Read(id, new ProblemList())!;
        Damage(files.Root, () => Check(files));
        foreach (var row in files.Tables.Values.SelectMany(table => table.Rows))
        {
            for (var cell = 0; cell < row.Cells.Length; cell++)
            {
                var sound = row.Cells[cell];
                row.Cells[cell] = NextOdd();
                Check(files);
                row.Cells[cell] = sound;
            }
        }

        Assert.That(count, Is.GreaterThan(80));
    }

    /// <summary>Replaces every value of a tree in turn: by an odd text, by a list, by nothing at all.</summary>
    private void Damage(Node node, Action check)
    {
        switch (node)
        {
            case MapNode map:
                for (var index = 0; index < map.Entries.Count; index++)
                {
                    var sound = map.Entries[index];
                    foreach (var odd in Odd(sound.Value))
                    {
                        map.Entries[index] = sound with { Value = odd };
                        check();
                    }

                    map.Entries.RemoveAt(index);
                    check();
                    map.Entries.Insert(index, sound);
                    Damage(sound.Value, check);
                }

                break;
            case ListNode list:
                for (var index = 0; index < list.Items.Count; index++)
                {
                    var sound = list.Items[index];
                    foreach (var odd in Odd(sound))
                    {
                        list.Items[index] = odd;
                        check();
                    }

                    list.Items[index] = sound;
                    Damage(sound, check);
                }

                break;
        }
    }

    private Node[] Odd(Node sound) => [new ScalarNode(NextOdd(), sound.Where), (count % 2) == 0 ? new ListNode(sound.Where) : new MapNode(sound.Where)];

    private string NextOdd() => OddTexts[count++ % OddTexts.Length];

    private static void Check(SystemFiles files)
    {
        var problems = new ProblemList();
        var compiled = SystemCompiler.Compile(files, RunOverrides.None, problems);
        Assert.That(compiled is null, Is.EqualTo(problems.HasErrors));
    }
}
