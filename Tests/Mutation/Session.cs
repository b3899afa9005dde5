using System.Diagnostics;
using System.Globalization;

namespace FlowSim.Tests.Mutation;

/// <summary>Has mutants judged in processes of their own, one process after another for as long as mutants are left.</summary>
internal sealed class Session
{
    /// <summary>A judge that does next to nothing for so long hangs: a mutant has broken the memory that its threads share.</summary>
    private static readonly TimeSpan Stalled = TimeSpan.FromMinutes(1);

    /// <summary>Its watch alone takes about a third of this in that time.</summary>
    private static readonly TimeSpan Work = TimeSpan.FromMilliseconds(500);

    /// <summary>On a busy machine a judge may get no more than that: it then stands in the queue for a processor whenever it is looked at.</summary>
    private const int Looks = 10;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(300);

    private readonly CoverageMap map;
    private readonly string quickMapFile;
    private readonly string folder;
    private readonly Dictionary<int, (string Verdict, string Killer)> verdicts = [];

    /// <param name="quick">Tests that take longer do not judge [ms], unless</param>
    /// <param name="longer">their name contains one of these.</param>
    public Session(string mapFile, string folder, double quick, string[] longer)
    {
        this.folder = folder;
        Directory.CreateDirectory(folder);
        var whole = CoverageMap.Read(mapFile);
        map = whole with { Tests = [.. whole.Tests.Where(test => test.Milliseconds <= quick || Array.Exists(longer, test.Name.Contains))] };
        quickMapFile = Path.Combine(folder, "map.json");
        map.Write(quickMapFile);
    }

    /// <summary>
    /// Judges them one after another in the same process. What survives there but is passed while the tests are loaded or while a static field is set may
    /// be noticed only when it is on by then, and is judged again so.
    /// </summary>
    public void Judge(IReadOnlyList<Mutant> mutants)
    {
        var passed = map.Tests.SelectMany(test => test.Mutants).ToHashSet();
        foreach (var mutant in mutants.Where(mutant => !passed.Contains(mutant.Id)))
        {
            mutant.Judged("NoCoverage", "");
        }

        Run([.. mutants.Where(mutant => passed.Contains(mutant.Id))], Judging.Together);
        Run(Again(mutants, map.AtLoad), Judging.Loading);
        foreach (var mutant in Again(mutants, map.Static))
        {
            Run([mutant], Judging.Alone);
        }
    }

    private List<Mutant> Again(IReadOnlyList<Mutant> mutants, HashSet<int> among)
    {
        var again = mutants.Where(mutant => mutant.Verdict is "Survived" or "NoCoverage" && among.Contains(mutant.Id)).ToList();
        again.ForEach(mutant => verdicts.Remove(mutant.Id));
        return again;
    }

    private void Run(List<Mutant> mutants, Judging mode)
    {
        var verdictFile = Path.Combine(folder, "verdicts.tsv");
        while (mutants.Count > 0)
        {
            var idFile = Path.Combine(folder, "ids.txt");
            File.WriteAllLines(idFile, mutants.Select(mutant => mutant.Id.ToString(CultureInfo.InvariantCulture)));
            File.WriteAllText(verdictFile, "");
            var code = Start("judge", quickMapFile, idFile, verdictFile, mode.ToString());
            foreach (var line in File.ReadLines(verdictFile).Select(line => line.Split('\t')))
            {
                verdicts.TryAdd(int.Parse(line[0], CultureInfo.InvariantCulture), (line[1], line[2]));
            }

            if (code != 0)
            {
                // The process died under the mutant that comes after those with a verdict, such as by recursion without end.
                verdicts.TryAdd(mutants.First(mutant => !verdicts.ContainsKey(mutant.Id)).Id, ("Timeout", "the process died"));
            }

            foreach (var mutant in mutants.Where(mutant => verdicts.ContainsKey(mutant.Id)))
            {
                mutant.Judged(verdicts[mutant.Id].Verdict, verdicts[mutant.Id].Killer);
            }

            mutants.RemoveAll(mutant => verdicts.ContainsKey(mutant.Id));
        }
    }

    private static int Start(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Session).Assembly.Location, .. arguments]))!;
        var worked = TimeSpan.Zero;
        while (!process.WaitForExit(Stalled))
        {
            var now = process.TotalProcessorTime;
            if (now - worked < Work && Enumerable.Range(0, Looks).All(_ => Waits(process)))
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }

            worked = now;
        }

        return process.ExitCode;
    }

    /// <summary>Whether the thread that runs the tests, the first of its process, waits for another and not for a processor.</summary>
    private static bool Waits(Process process)
    {
        Thread.Sleep(BetweenLooks);
        process.Refresh();
        return !process.HasExited
            && process.Threads.Cast<ProcessThread>().All(thread => thread.Id != process.Id || thread.ThreadState == System.Diagnostics.ThreadState.Wait);
    }
}
