using System.Globalization;

namespace FlowSim.Tests.Mutation;

/// <summary>The score of some files: mutants killed or stopped, of all that could be judged.</summary>
internal static class Score
{
    private static readonly string[] Detected = ["Killed", "Timeout"];

    /// <param name="quick">Tests that take longer do not judge [ms].</param>
    /// <param name="share">Share of the mutants that are judged, drawn at random: so many, or from-to in the order of the draw [%].</param>
    /// <param name="words">A file is in whose path contains one of them; after a + a part of the name of a longer test that judges too.</param>
    public static void Run(string reportFile, string mapFile, string resultFile, double quick, string share, string[] words)
    {
        var report = MutantReport.Read(reportFile);
        var mutants = report.Mutants([.. words.Where(word => word[0] != '+')]);
        var all = mutants.Count;
        var (from, to) = Bounds(share);
        mutants.RemoveAll(mutant => Scattered((uint)mutant.Id) < from || Scattered((uint)mutant.Id) >= to);
        new Session(mapFile, resultFile + ".work", quick, [.. words.Where(word => word[0] == '+').Select(word => word[1..])]).Judge(mutants);
        report.Write(resultFile);
        File.WriteAllLines(
            resultFile + ".txt",
            [.. mutants.GroupBy(mutant => mutant.File).Select(Line), Line(mutants, $"all of {all}"), .. mutants.Select(mutant => mutant.ToString())]);
    }

    /// <summary><c>10</c>: the first tenth of all scattered numbers; <c>10-20</c>: the second.</summary>
    private static (double From, double To) Bounds(string share)
    {
        double[] ends = [.. share.Split('-').Select(end => uint.MaxValue * double.Parse(end, CultureInfo.InvariantCulture) / 100)];
        return ends.Length == 1 ? (0, ends[0]) : (ends[0], ends[1]);
    }

    private static string Line(IGrouping<string, Mutant> file) => Line(file, Path.GetFileName(file.Key));

    private static string Line(IEnumerable<Mutant> mutants, string name)
    {
        var counts = mutants.GroupBy(mutant => mutant.Verdict).ToDictionary(group => group.Key, group => group.Count());
        var detected = Detected.Sum(verdict => counts.GetValueOrDefault(verdict));
        var verdicts = new[] { "Killed", "Timeout", "Survived", "NoCoverage" }.Select(verdict => $"{verdict} {counts.GetValueOrDefault(verdict)}");
        return string.Create(CultureInfo.InvariantCulture,
            $"{name}\t{counts.Values.Sum()}\t{string.Join('\t', verdicts)}\t{100.0 * detected / counts.Values.Sum():0.0} %");
    }

    /// <summary>The finalizer of MurmurHash3: every bit of the number moves every bit of the place.</summary>
    private static uint Scattered(uint number)
    {
        number = (number ^ (number >> 16)) * 0x85EBCA6B;
        number = (number ^ (number >> 13)) * 0xC2B2AE35;
        return number ^ (number >> 16);
    }
}
