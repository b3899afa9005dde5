using System.Collections.Concurrent;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Tests.Names;

/// <summary>README: "If something is misspelt, the run does not start." Each name of the systems shipped loses a letter.</summary>
[TestFixture]
internal sealed class OneLetterTests
{
    [Test]
    public void A_name_with_one_letter_dropped_is_refused()
    {
        var every = Environment.GetEnvironmentVariable("FLOWSIM_LETTERS") ?? "";
        var only = Environment.GetEnvironmentVariable("FLOWSIM_SYSTEM");
        var cases = ShippedSystem.All().Where(system => only is null || system.Id == only).SelectMany(system => system.Names.SelectMany(name => LettersOf(name, every).Select(letter => (system, name, letter)))).ToList();
        var passed = new ConcurrentBag<string>();
        Parallel.ForEach(cases, new ParallelOptions { MaxDegreeOfParallelism = 2 }, one =>
        {
            var (system, name, letter) = one;
            var text = system.Text(name.File);
            var problems = system.Check(name.File, name.Without(letter, text));
            if (!problems.HasErrors)
            {
                var line = text.Split('\n')[name.Line - 1].Trim();
                passed.Add($"{(problems.Sorted.Count > 0 ? "W" : "-")} {system.Id}/{name.File}:{name.Line}: {name.Text} -> {name.Text.Remove(letter, 1)} | {line[..Math.Min(140, line.Length)]}");
            }
        });
        File.WriteAllLines(Environment.GetEnvironmentVariable("FLOWSIM_OUT") ?? Path.Combine(Path.GetTempPath(), "passed.txt"), [$"{cases.Count} cases, {passed.Count} passed", .. passed.Order(StringComparer.Ordinal)]);
    }

    private static IReadOnlyList<int> LettersOf(WrittenName name, string every) =>
        every == "every" ? name.Letters : [name.Letters[(int)(StableHash.Of($"{name.File}:{name.Line}:{name.Text}") % (uint)name.Letters.Count)]];
}
