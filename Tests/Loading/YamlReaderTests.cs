using System.Text;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Tests.Loading;

public sealed class YamlReaderTests
{
    [Test]
    public void Every_node_knows_its_line_and_column()
    {
        var root = Read("system: two\nstages:\n  ward: { place: bed, time: 6.2 d }\n  home:\n    - a\n    - \"b\"\n", out var problems);
        Assert.That(problems.Sorted, Is.Empty);
        var ward = (MapNode)((MapNode)root!["stages"]!)["ward"]!;
        Assert.That(ward["time"]!.Where, Is.EqualTo(new SourceLocation("system.yaml", 3, 29)));
        Assert.That(ward["time"]!.ToString(), Is.EqualTo("6.2 d"));
        var items = ((ListNode)((MapNode)root["stages"]!)["home"]!).Items;
        Assert.That(items.Select(item => (item.Where.Line, ((ScalarNode)item).Quoted)), Is.EqualTo(new[] { (5, false), (6, true) }));
    }

    [Test]
    public void A_key_given_twice_is_a_problem_at_the_second()
    {
        Read("stages:\n  ward: { time: 1 d }\n  ward: { time: 2 d }\n", out var problems);
        Assert.That(Printed(problems), Is.EqualTo("system.yaml:3: stages.ward: expected each key once; found \"ward\". It is also on line 2."));
    }

    [TestCase("answers: { no: 12 %, \"yes\": rest }", "answers.no")]
    [TestCase("answers:\n  yes: rest", "answers.yes")]
    [TestCase("takes: On", "takes")]
    [TestCase("sites: [a, off]", "sites[2]")]
    public void A_bare_word_that_YAML_reads_as_a_truth_value_must_be_quoted(string text, string path)
    {
        Read(text, out var problems);
        Assert.That(problems.Sorted, Has.Count.EqualTo(1));
        Assert.That(problems.Sorted[0].Path, Is.EqualTo(path));
        Assert.That(problems.Sorted[0].Hint, Does.StartWith("Quote it"));
    }

    [Test]
    public void Quoted_names_and_true_as_a_value_are_taken()
    {
        var root = Read("answers: { \"no\": 12 %, 'yes': rest }\nmean: true\n", out var problems);
        Assert.That(problems.Sorted, Is.Empty);
        Assert.That(((MapNode)root!["answers"]!).Entries.Select(entry => entry.Key), Is.EqualTo(new[] { "no", "yes" }));
    }

    [Test]
    public void A_tab_is_named_with_its_line()
    {
        Assert.That(Read("stages:\n\tward: 1 d\n", out var problems), Is.Null);
        Assert.That(Printed(problems), Does.StartWith("system.yaml:2: expected spaces at the start of the line; found a tab."));
    }

    [Test]
    public void Text_that_is_not_UTF8_is_refused_at_its_byte()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("title: ok\nnote: caf"), 0xE9, (byte)'\n'];
        var problems = new ProblemList();
        Assert.That(YamlReader.ReadMap(bytes, "system.yaml", problems), Is.Null);
        Assert.That(Printed(problems),
            Is.EqualTo(
                "system.yaml:2: expected text encoded as UTF-8; found \"byte 19 (0xE9)\". Save the file as UTF-8 (spreadsheets call it \"CSV UTF-8\")."));
    }

    [Test]
    public void A_byte_order_mark_and_windows_line_ends_change_nothing()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("system: a\r\ntitle: b\r\n")];
        var problems = new ProblemList();
        var root = YamlReader.ReadMap(bytes, "system.yaml", problems);
        Assert.That(root!.Entries.Select(entry => (entry.Key, entry.Value.ToString())), Is.EqualTo(new[] { ("system", "a"), ("title", "b") }));
    }

    [TestCase("a: &x 1\nb: *x\n")]
    [TestCase("a: !!int 1\n")]
    [TestCase("a: &x [1, 1]\n")]
    [TestCase("then: { *: leave }\n")]
    [TestCase("a: 1\n---\nb: 2\n")]
    [TestCase("a: [1, 2\n")]
    [TestCase("a: { b: 1 ] }\n")]
    [TestCase("a: \"open\n")]
    [TestCase("a: @site\n")]
    [TestCase("- a\n- b\n")]
    [TestCase("just text\n")]
    [TestCase("? [a, b]\n: c\n")]
    [TestCase("")]
    [TestCase("# only a comment\n")]
    public void What_is_no_plain_map_is_a_problem_with_its_line(string text)
    {
        Read(text, out var problems);
        Assert.That(problems.HasErrors, Is.True);
        Assert.That(problems.Sorted[0].Where.Line, Is.GreaterThan(0));
    }

    [Test]
    public void Nesting_without_end_is_refused()
    {
        Read("a: " + new string('[', 5_000), out var problems);
        Assert.That(problems.HasErrors, Is.True);
    }

    [Test]
    public void An_empty_value_is_empty_text()
    {
        var root = Read("clock: { response: within 0 min, other: }\n", out var problems);
        Assert.That(problems.Sorted, Is.Empty);
        Assert.That(((MapNode)root!["clock"]!)["other"]!.ToString(), Is.Empty);
    }

    private static MapNode? Read(string text, out ProblemList problems)
    {
        problems = new ProblemList();
        return YamlReader.ReadMap(Encoding.UTF8.GetBytes(text), "system.yaml", problems);
    }

    private static string Printed(ProblemList problems) => string.Join("\n", problems.Sorted.Select(ProblemText.Render));
}
