using System.Collections.Concurrent;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Tests.Names;

/// <summary>
/// README: "If something is misspelt, the run does not start." Each name of the systems that come with FlowSim loses a letter, and
/// <c>check</c> must refuse it. Of the county a fixed part is tried; <c>FLOWSIM_EVERY_NAME=1</c> tries all of it, <c>FLOWSIM_EVERY_NAME=letters</c> each
/// letter of each name.
/// </summary>
[TestFixture]
[Category("Names")]
internal sealed class OneLetterTests
{
    /// <summary>One name in so many of a large system is tried.</summary>
    private const uint Part = 16;

    /// <summary>A system of more names is large.</summary>
    private const int Large = 1_000;

    /// <summary>Of all names at most this share may pass. Of a system of which only a part is tried each name counts for as many as it stands for.</summary>
    private const double Most = 0.01;

    private static readonly string Extent = Environment.GetEnvironmentVariable("FLOWSIM_EVERY_NAME") ?? "";

    [Test]
    public void A_name_with_one_letter_dropped_is_refused()
    {
        var cases = ShippedSystem.All().SelectMany(Cases).ToList();
        var passed = new ConcurrentBag<(string Text, uint Weight)>();
        var unexplained = new ConcurrentBag<string>();
        Parallel.ForEach(cases, new ParallelOptions { MaxDegreeOfParallelism = 2 }, one =>
        {
            if (one.System.Check(one.Name.File, one.Name.Without(one.Letter, one.System.Text(one.Name.File))).HasErrors)
            {
                return;
            }

            // What a file of the system's own is laid over is read by nobody: it is no name that passes.
            if (one.System.IsLaidOver(one.Name))
            {
                return;
            }

            var text = $"{one.System.Id}/{one.Name.File}:{one.Name.Line}: {one.Name.Text} → {one.Name.Text.Remove(one.Letter, 1)} ({one.Name.Path})";
            var reason = FreeNames.ReasonOf(one.Name, one.Name.Text.Remove(one.Letter, 1));
            if (reason is null)
            {
                unexplained.Add(text);
            }
            else
            {
                passed.Add(($"{text}: {reason}", one.Weight));
            }
        });
        var share = passed.Sum(one => one.Weight) / (double)cases.Sum(one => one.Weight);
        TestContext.Out.WriteLine(FormattableString.Invariant($"{cases.Count} names, {passed.Count + unexplained.Count} pass: {share:P2} of all"));
        passed.Select(one => one.Text).Order(StringComparer.Ordinal).ToList().ForEach(TestContext.Out.WriteLine);
        Assert.Multiple(() =>
        {
            Assert.That(string.Join("\n", unexplained.Order(StringComparer.Ordinal)), Is.Empty, "pass without a reason that is known");
            Assert.That(share, Is.LessThanOrEqualTo(Most), "share of all names that passes");
        });
    }

    [Test]
    public void What_is_shipped_is_sound_without_a_warning()
    {
        var problems =
            ShippedSystem.All().SelectMany(system => system.CheckAsShipped().Sorted.Select(problem => $"{system.Id}: {ProblemText.Render(problem)}"));
        Assert.That(string.Join("\n", problems), Is.Empty);
    }

    private static IEnumerable<(ShippedSystem System, WrittenName Name, int Letter, uint Weight)> Cases(ShippedSystem system)
    {
        var names = system.Names.ToList();
        var part = names.Count <= Large || Extent.Length > 0 ? 1 : Part;
        foreach (var name in names)
        {
            var draw = StableHash.Of($"{name.File}:{name.Line}:{name.Path}:{name.Text}");
            if (draw % part == 0)
            {
                foreach (var letter in Extent == "letters" ? name.Letters : [name.Letters[(int)(draw / Part % (uint)name.Letters.Count)]])
                {
                    yield return (system, name, letter, part);
                }
            }
        }
    }
}
