using System.Globalization;

namespace FlowSim.Tests.Mutation;

/// <summary>How the mutants of a process are judged.</summary>
internal enum Judging
{
    /// <summary>One after another, each by the tests that pass it.</summary>
    Together,

    /// <summary>One after another, by all tests, which are loaded anew with the mutant on.</summary>
    Loading,

    /// <summary>One mutant, on from the start of the process, by all tests.</summary>
    Alone,
}

/// <summary>What one judging process does: tries mutant after mutant with the tests that pass it.</summary>
internal static class Judgement
{
    public static void Run(string mapFile, string idFile, string verdictFile, Judging mode)
    {
        var map = CoverageMap.Read(mapFile);
        var ids = File.ReadLines(idFile).Select(line => int.Parse(line, CultureInfo.InvariantCulture)).ToHashSet();
        var judge = new Judge(map, verdictFile, mode == Judging.Alone ? ids.Single() : MutantSwitch.None);
        if (mode == Judging.Alone)
        {
            judge.Try(ids.Single(), map.Tests, loads: false);
            return;
        }

        judge.WarmUp();
        var judges = mode == Judging.Loading ? ids.ToDictionary(id => id, _ => map.Tests) : JudgesOf(ids, map);
        foreach (var id in ids)
        {
            judge.Try(id, judges[id], mode == Judging.Loading);
        }
    }

    private static Dictionary<int, List<TestCoverage>> JudgesOf(HashSet<int> ids, CoverageMap map)
    {
        var judges = ids.ToDictionary(id => id, _ => new List<TestCoverage>());
        foreach (var test in map.Tests)
        {
            foreach (var id in test.Mutants.Where(ids.Contains))
            {
                judges[id].Add(test);
            }
        }

        return judges;
    }
}
