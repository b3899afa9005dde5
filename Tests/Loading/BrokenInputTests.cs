using System.Text;
using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Tests.Loading;

/// <summary>Whatever is written, the reader answers with a value or with problems: never with an exception.</summary>
public sealed class BrokenInputTests
{
    private const int Trials = 3_000;

    private const string Yaml = """
        system: two
        dimensions: { site: [north, south] }
        tables:
          route: { keys: [class], rows: { stroke: { rehab: 24 %, other: rest }, "tia *": { value: 1 d, source: "a, b" } } }
        stages:
          ward:
            each: site
            place: [ bed@site, "bed after 2 h" ]   # a comment
            then: { home: 12 %, leave: rest }
        scenarios:
          plus: [ { scale: "streams.*.rate", by: 1.05 } ]
        """;

    private const string Csv = "site,beds,note\nnorth,60,\"a \"\"b\"\", c\"\n*,48,\n# x\n";

    private static readonly string[] Texts =
    [
        "lognormal mean 3.1 d sd 4 d at least 1 h at most 60 d", "until next Mon-Fri 08:00", "2 d of office of ed",
        "2 of nurse@site + doctor after 3 h for 90 min",
        "waiting(ward@site) >= 6 and not (open(office) or age = 85-plus)", "Mon-Fri 09:00-17:00 & Sat 10:00-12:00", "1 per 1.2 d", "1.9 % per y", "£313.50",
        "triangular 10 min 15 min 30 min",
        "tables.stay[age=85-plus, site=north].time.mean", "empirical stays column days in 0.5 d",
    ];

    [Test]
    public void Damaged_YAML_never_throws()
    {
        var read = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            var problems = new ProblemList();
            var root = YamlReader.ReadMap(Damaged(Encoding.UTF8.GetBytes(Yaml), trial), "system.yaml", problems);
            Assert.That(root is not null || problems.HasErrors, "neither a map nor a problem");
            read += root is null ? 0 : 1;
        }

        Assert.That(read, Is.InRange(1, Trials - 1), "the damage should be fatal at times and harmless at times");
    }

    [Test]
    public void Damaged_CSV_never_throws()
    {
        var read = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            var problems = new ProblemList();
            var table = CsvTableReader.Read(Damaged(Encoding.UTF8.GetBytes(Csv), trial), "beds", "tables/beds.csv", problems);
            Assert.That(table is not null || problems.HasErrors, "neither a table nor a problem");
            read += table is null ? 0 : 1;
        }

        Assert.That(read, Is.InRange(1, Trials - 1));
    }

    [Test]
    public void Damaged_files_of_a_system_never_throw()
    {
        for (var trial = 0; trial < Trials / 3; trial++)
        {
            var problems = new ProblemList();
            InputFile[] input =
                [new("system.yaml", Damaged(Encoding.UTF8.GetBytes(Yaml), trial)), new("tables/beds.csv", Damaged(Encoding.UTF8.GetBytes(Csv), trial))];
            var files = SystemAssembler.Assemble("x", "system.yaml", input, problems);
            Assert.That(files is not null || problems.HasErrors);
            foreach (var id in files?.Scenarios.Keys ?? Enumerable.Empty<string>())
            {
                ScenarioApplier.Apply(files!, id, problems);
            }
        }
    }

    [Test]
    public void Damaged_texts_never_throw_and_what_is_read_reads_back_the_same()
    {
        for (var trial = 0; trial < Trials; trial++)
        {
            foreach (var whole in Texts)
            {
                var text = Encoding.Latin1.GetString(Damaged(Encoding.Latin1.GetBytes(whole), trial));
                if (TimeTextReader.TryParse(text, out var time, out _))
                {
                    Assert.That(TimeTextReader.TryParse(time.ToText(), out var again, out var expected), Is.True, $"{text}: {expected}");
                    Assert.That(again!.ToText(), Is.EqualTo(time.ToText()));
                }

                if (RequestTextReader.TryParse(text, out var request, out _))
                {
                    Assert.That(RequestTextReader.TryParse(request.ToText(), out var again, out var expected), Is.True, $"{text}: {expected}");
                    Assert.That(again!.ToText(), Is.EqualTo(request.ToText()));
                }

                if (DistributionText.TryParse(text, out var spec, out _))
                {
                    Assert.That(spec.ToDistribution([1, 2]).Quantile(0.5), Is.Not.NaN, text);
                }

                ReadAsEverything(text);
            }
        }
    }

    /// <summary>A parser that refuses must say what it expected.</summary>
    private static void ReadAsEverything(string text)
    {
        Assert.That(ConditionText.TryParse(text, out _, out var expected) || expected.Length > 0);
        Assert.That(CalendarText.TryParseHours(text, out _, out expected) || expected.Length > 0);
        Assert.That(CalendarText.TryParseGates(text, out _, out expected) || expected.Length > 0);
        Assert.That(MoneyText.TryParse(text, out _, out expected) || expected.Length > 0);
        Assert.That(GrowthText.TryParse(text, out _, out expected) || expected.Length > 0);
        Assert.That(RateText.TryParse(text, out _, out expected) || expected.Length > 0);
        Assert.That(!ChangePath.TryParse(text, out var steps) || steps.Count > 0);
        Assert.That(TextEdit.Apply(text, [], new NumericEdit(ChangeVerb.Scale, "0.5", 1), out expected) is not null || expected.Length > 0);
        Assert.That(TextEdit.Apply(text, ["mean"], new NumericEdit(ChangeVerb.Add, "1 d", 0.5), out expected) is not null || expected.Length > 0);
    }

    /// <summary>One to four bytes replaced, taken out or put in; the same for the same trial.</summary>
    private static byte[] Damaged(byte[] bytes, int trial)
    {
        var changed = bytes.ToList();
        var count = 1 + (trial % 4);
        for (var edit = 0; edit < count; edit++)
        {
            var block = Philox.Generate((ulong)trial, (ulong)edit, (ulong)bytes.Length);
            var at = (int)(block.W0 % (uint)changed.Count);
            var sign = block.W2 % 3 == 0 ? (byte)block.W3 : (byte)"[]{}:,.-\"'#&*!%@ \t\n0x("[(int)(block.W3 % 22)];
            switch (block.W1 % 3)
            {
                case 0:
                    changed[at] = sign;
                    break;
                case 1:
                    changed.RemoveAt(at);
                    break;
                default:
                    changed.Insert(at, sign);
                    break;
            }
        }

        return [.. changed];
    }
}
