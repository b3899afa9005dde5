using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Fitting;

/// <summary>Runs the model at a point. Replication 1 has the same patients and random numbers at every point, and so has each other.</summary>
internal sealed class PointRunner(FitSystem system, ulong seed, CancellationToken cancel)
{
    /// <summary>The point with its figures; one that cannot be run to its end says why.</summary>
    /// <param name="point">What is to be run.</param>
    /// <param name="threads">Replications at the same time.</param>
    /// <exception cref="FitFailedException">It makes no valid system.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public PointRun Run(PointRun point, int threads)
    {
        var problems = new ProblemList { Sources = system.Files.Sources };
        var files = point.IsDescribed ? system.Files : system.Put(point.Places, problems);
        return (files is null ? null : Run(files, point, threads, problems)) ?? throw FitFailedException.At(point, system, problems);
    }

    /// <summary>A system that stands for the point, run as the point is; null with problems said if it is not valid.</summary>
    public PointRun? Run(SystemFiles files, PointRun point, int threads, ProblemList problems)
    {
        if (new TimelineBuilder(files, system.Overrides, problems).Baseline() is not { } baseline)
        {
            return null;
        }

        var plan = new ExperimentPlan
        {
            Baseline = baseline,
            Scenarios = [new PlannedScenario(ExperimentPlan.BaselineId, "", baseline)],
            Replications = point.Replications,
            KeepsBases = true,
            YearsBeforeBranch = system.Observed.YearsBeforeBranch,
            Seed = seed,
            Threads = threads,
            Cancel = cancel,
        };
        try
        {
            var result = ExperimentRunner.Run(plan);
            if (result.Failure?.SourceException is RunFailedException failure)
            {
                return Failed(point, failure);
            }

            result.Failure?.Throw();
            return result.Complete
                ? point.With(system.Observed.Modelled(result, [.. system.Targets.Select(target => target.Observation)]))
                : throw new OperationCanceledException(cancel);
        }
        catch (RunFailedException failure)
        {
            return Failed(point, failure);
        }
    }

    /// <summary>An overloaded system gives no figure: nothing is further from what was observed.</summary>
    private PointRun Failed(PointRun point, RunFailedException failure)
    {
        double[] none = [.. Enumerable.Repeat(double.NaN, system.Targets.Count)];
        return point with { Means = none, Errors = none, Failure = failure.Message.Split('\n')[0] };
    }
}
