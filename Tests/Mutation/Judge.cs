using System.Globalization;

namespace FlowSim.Tests.Mutation;

/// <summary>
/// Turns mutants on one after another in this process and lets the tests that pass them judge, quick ones and those that killed lately first, until one fails.
/// An endless loop cannot be left, so the judge then writes the verdict down and ends the process; the caller starts another for the rest.
/// </summary>
internal sealed class Judge
{
    /// <summary>Processor time that a test may take under a mutant: this, and tenfold its usual time [ms]. A busy machine adds nothing to it.</summary>
    private const double Allowance = 1500;
    private const double TimesLonger = 10;
    private const int Remembered = 8;

    /// <summary>Tests that take longer warm nothing up that shorter ones do not [ms].</summary>
    private const double WarmingUp = 30;

    /// <summary>Memory at which the process gives up on a mutant [byte].</summary>
    private const long MemoryLimit = 3L << 30;

    private readonly CoverageMap map;
    private readonly MutantSwitch mutants;
    private readonly StreamWriter verdicts;
    private readonly LinkedList<string> killers = [];
    private readonly FastTests loaded;
    private readonly HashSet<string> known;
    private readonly Lock gate = new();
    private int mutantOn = MutantSwitch.None;
    private string testOn = "";
    private double deadline = double.MaxValue;

    /// <param name="alone">The one mutant of this process, on from the start, or <see cref="MutantSwitch.None"/>.</param>
    public Judge(CoverageMap map, string verdictFile, int alone)
    {
        this.map = map;
        known = [.. map.Known];
        verdicts = new StreamWriter(verdictFile, append: true) { AutoFlush = true };
        mutants = new MutantSwitch();
        mutantOn = alone;
        new Thread(Watch) { IsBackground = true }.Start();
        mutants.TurnOn(alone);
        loaded = Load();
    }

    /// <summary>Plays some tests without a mutant, so that their code is compiled and the time of a test is its own.</summary>
    public void WarmUp()
    {
        foreach (var test in map.Tests.Where(test => test.Milliseconds < WarmingUp).Where((_, index) => index % 40 == 0))
        {
            loaded.Passes(test.Name);
        }
    }

    /// <param name="loads">Whether the tests are loaded with the mutant on.</param>
    public void Try(int mutant, IReadOnlyList<TestCoverage> judges, bool loads)
    {
        mutants.TurnOn(mutant);
        mutantOn = mutant;
        var tests = loads ? Load() : loaded;
        judges = [.. judges, .. New(tests)];
        var killer = Ordered(judges).FirstOrDefault(test => !PassesInTime(test, tests));
        if (killer is not null)
        {
            Remember(killer.Name);
        }

        Write(killer is null ? "Survived" : "Killed", killer?.Name ?? "");
        mutantOn = MutantSwitch.None;
        mutants.TurnOn(MutantSwitch.None);
    }

    /// <summary>Tests that are there only under this mutant: cases made otherwise, or a failure to make them.</summary>
    private IEnumerable<TestCoverage> New(FastTests tests) =>
        tests.Names.Where(name => !known.Contains(name)).Select(name => new TestCoverage(name, Allowance / TimesLonger, []));

    private FastTests Load()
    {
        testOn = "loading";
        Volatile.Write(ref deadline, FastTests.ProcessorTime() + (TimesLonger * Allowance));
        var tests = new FastTests();
        Volatile.Write(ref deadline, double.MaxValue);
        return tests;
    }

    private bool PassesInTime(TestCoverage test, FastTests tests)
    {
        testOn = test.Name;
        Volatile.Write(ref deadline, FastTests.ProcessorTime() + Allowance + (TimesLonger * test.Milliseconds));
        var passes = tests.Passes(test.Name);
        Volatile.Write(ref deadline, double.MaxValue);
        return passes;
    }

    private IEnumerable<TestCoverage> Ordered(IReadOnlyList<TestCoverage> judges)
    {
        var recent = killers.Select((name, rank) => (name, rank)).ToDictionary(item => item.name, item => item.rank);
        return judges.OrderBy(test => test.Milliseconds < 100 ? recent.GetValueOrDefault(test.Name, Remembered) : Remembered).ThenBy(test => test.Milliseconds);
    }

    private void Remember(string killer)
    {
        killers.Remove(killer);
        killers.AddFirst(killer);
        if (killers.Count > Remembered)
        {
            killers.RemoveLast();
        }
    }

    private void Watch()
    {
        while (true)
        {
            Thread.Sleep(500);
            if (FastTests.ProcessorTime() > Volatile.Read(ref deadline) || Environment.WorkingSet > MemoryLimit)
            {
                Write("Timeout", testOn);
                Environment.Exit(0);
            }
        }
    }

    private void Write(string verdict, string test)
    {
        lock (gate)
        {
            verdicts.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{mutantOn}\t{verdict}\t{test}"));
        }
    }
}
