namespace FlowSim.Scenarios.Fitting;

/// <summary>What a fit comes to: the points not ruled out, and among them the central one, the one whose largest implausibility is smallest.</summary>
internal sealed class Conclusion
{
    private const int MostRounds = 2;

    private readonly FitSystem system;
    private readonly RunLog log;
    private readonly Action<PointRun> run;
    private readonly Action<string> tell;

    /// <param name="system">What is fitted to what.</param>
    /// <param name="log">What was run; points that are run again are added to it.</param>
    /// <param name="run">Runs a point.</param>
    /// <param name="tell">Takes progress.</param>
    public Conclusion(FitSystem system, RunLog log, Action<PointRun> run, Action<string> tell)
    {
        this.tell = tell;
        this.system = system;
        this.log = log;
        this.run = run;
    }

    /// <summary>
    /// The points not ruled out, the central one first. With few replications the least implausible of many is so by chance: the best are run again with more
    /// until the best of all is one of those, or the best of those is taken. What a point gave then counts in place of what it gave before.
    /// </summary>
    public IReadOnlyList<PointRun> Members()
    {
        for (var round = 0; ; round++)
        {
            var members = Standing();
            var best = members.Find(member => member.IsAgain);
            if (members.Count == 0 || (best is not null && round > 0 && (round >= MostRounds || members[0] == best)))
            {
                return members.Count == 0 ? [] : [best!, .. members.Where(member => member != best)];
            }

            tell(FormattableString.Invariant(
                $"not ruled out: {members.Count}; the best are run again with {WavePlan.CheckedReplications} replications each"));
            foreach (var contender in members.Where(member => !member.IsAgain).Take(WavePlan.Contenders))
            {
                run(contender with { Wave = PointRun.Again, Replications = WavePlan.CheckedReplications, Means = [], Errors = [], Failure = "" });
            }
        }
    }

    /// <summary>Points not ruled out by their last run, the least implausible first.</summary>
    private List<PointRun> Standing()
    {
        var chance = log.Chance();
        return
        [
            .. log.Runs.Where(one => !one.IsDescribed).GroupBy(one => one.Number).Select(runs => runs.MaxBy(one => one.IsAgain)!)
                .Select(one => (Run: one, Each: chance.Implausibilities(one, system.Targets))).Where(one => !RulingOut.IsRuledOut(RulingOut.Of(one.Each)))
                .OrderBy(one => one.Each.Max()).ThenBy(one => one.Run.Number).Select(one => one.Run),
        ];
    }
}
