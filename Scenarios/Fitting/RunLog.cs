using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Fitting;

/// <summary>The points that have been run, in memory and in the file, which has every one as soon as those before it have ended.</summary>
internal sealed class RunLog
{
    private readonly FitSystem system;
    private readonly FitFolder folder;
    private readonly FitRunsFile file;
    private readonly List<PointRun> runs = [];

    /// <summary>Runs of an earlier call, by wave and number: they are taken as they come up.</summary>
    private readonly Dictionary<(string Wave, int Number), (PointRun Run, string[] Operands)> before;

    private RunLog(FitSystem system, FitFolder folder, FitRunsFile file, IReadOnlyList<(PointRun Run, string[] Operands)> before)
    {
        this.system = system;
        this.folder = folder;
        this.file = file;
        this.before = before.DistinctBy(one => (one.Run.Wave, one.Run.Number)).ToDictionary(one => (one.Run.Wave, one.Run.Number));
        Before = before.Count;
    }

    /// <summary>Points that an earlier call has run.</summary>
    public int Before { get; }

    /// <summary>Those of them that have not come up yet.</summary>
    public int Left => before.Count;

    /// <summary>In the order in which they were designed.</summary>
    public IReadOnlyList<PointRun> Runs => runs;

    /// <summary>What a folder holds of a fit; null with problems said.</summary>
    public static RunLog? Open(FitSystem system, FitFolder folder, ProblemList problems)
    {
        var file = new FitRunsFile(system);
        return file.Read(folder.Read(FitRunsFile.FileName), folder.PathOf(FitRunsFile.FileName), problems) is { } before
            ? new RunLog(system, folder, file, before)
            : null;
    }

    /// <summary>What is known of chance by now.</summary>
    public ChanceVariance Chance() => new(runs, system.Targets.Count);

    /// <summary>Takes what an earlier call has run of some points, as far as they come first; how many that are.</summary>
    /// <exception cref="FitFailedException">A point has other values there.</exception>
    public int Take(IReadOnlyList<PointRun> points)
    {
        var taken = 0;
        while (taken < points.Count && before.Remove((points[taken].Wave, points[taken].Number), out var known))
        {
            var point = points[taken++];
            string[] operands = [.. system.Inputs.Select((input, index) => point.Places.Length == 0 ? "" : input.At(point.Places[index]))];
            if (!operands.SequenceEqual(known.Operands) || point.Replications != known.Run.Replications)
            {
                throw FitFailedException.Of(
                    $"{folder.PathOf(FitRunsFile.FileName)} has point {point.Number} of wave {point.Wave} at other values than this fit would run: it is of another fit, or has been changed. Name another folder with --out, or remove this one.");
            }

            runs.Add(known.Run with { Places = point.Places });
        }

        return taken;
    }

    /// <summary>Makes the file ready for rows: with its names, and without a row that a crash has left half written.</summary>
    public void Begin() => folder.Replace(FitRunsFile.FileName, file.Begun(folder.Read(FitRunsFile.FileName)));

    /// <summary>Adds a run, also to the file.</summary>
    public void Add(PointRun run, ChanceVariance chance)
    {
        runs.Add(run);
        folder.Append(FitRunsFile.FileName, file.Row(run, chance));
    }

    /// <summary>
    /// Writes the file anew, with what is known of chance by now. Points that an earlier call ran again, and this one has not asked for, stay at its end.
    /// </summary>
    public void Rewrite()
    {
        var places = runs.Where(run => run.IsOfWave).ToDictionary(run => run.Number, run => run.Places);
        var rest = before.Values.Select(one => one.Run).ToList();
        if (rest.TrueForAll(run => places.ContainsKey(run.Number)))
        {
            folder.Replace(FitRunsFile.FileName, file.Whole([.. runs, .. rest.Select(run => run with { Places = places[run.Number] })], Chance()));
        }
    }
}
