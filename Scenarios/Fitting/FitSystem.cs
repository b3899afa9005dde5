using FlowSim.Scenarios.Calibration;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Fitting;

/// <summary>A system with what may be moved in it and the figures that it should give.</summary>
public sealed class FitSystem
{
    private FitSystem(SystemFiles files, Observations observed, IReadOnlyList<FreeInput> inputs, IReadOnlyList<FitTarget> targets)
    {
        Files = files;
        Observed = observed;
        Inputs = inputs;
        Targets = targets;
    }

    /// <summary>The system as described.</summary>
    public SystemFiles Files { get; }

    internal Observations Observed { get; }

    internal IReadOnlyList<FreeInput> Inputs { get; }

    internal IReadOnlyList<FitTarget> Targets { get; }

    /// <summary>Of the run: it ends with what was observed, and records what is judged alone.</summary>
    internal RunOverrides Overrides => new(Days: Observed.EndBeforeBranch ? 1 : null)
    {
        LeavesOutDistributions = true,
        OnlyMeasures = [.. Targets.Select(target => target.Observation.Measure.Id).Distinct()],
    };

    /// <summary>True for a system that names free inputs.</summary>
    public static bool HasFit(SystemFiles files) => files.Root.Has(Language.SystemKeys.Fit.Name);

    /// <summary>
    /// What is to be fitted to what; null with problems said where an input leads nowhere, cannot be tried or written, or where nothing is left to go by.
    /// </summary>
    /// <param name="files">A system with the section <c>fit</c>.</param>
    /// <param name="observed">What was observed of it.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static FitSystem? Read(SystemFiles files, Observations observed, ProblemList problems)
    {
        if (FitDescription.Of(files, problems) is not { } fit)
        {
            return null;
        }

        var inputs = FreeInputs.Of(files, fit, problems);
        var targets = TargetsOf(fit, observed, problems);
        return inputs is null || targets is null || problems.HasErrors ? null : new FitSystem(files, observed, inputs, targets);
    }

    /// <summary>What is wrong with the section <c>fit</c> of a system, if it has one.</summary>
    public static void Check(SystemFiles files, Observations? observed, ProblemList problems)
    {
        if (FitDescription.Of(files, problems) is { } fit)
        {
            FreeInputs.Of(files, fit, problems);
            if (observed is not null)
            {
                TargetsOf(fit, observed, problems);
            }
        }
    }

    /// <summary>
    /// False with problems said if an input makes no valid system at one end of its range, or cannot be written into the files: to be known before hours have
    /// been run.
    /// </summary>
    public bool CanBeFitted(ProblemList problems)
    {
        return new CentralSystem(this).FilesAt([.. Inputs.Select(_ => CentralSystem.Trial)], problems) is not null
            && Inputs.All(input => IsSoundAt(input, 0, problems) && IsSoundAt(input, 1, problems));
    }

    /// <summary>The system at some places; null with problems said.</summary>
    internal SystemFiles? Put(double[] places, ProblemList problems) =>
        FreeInputs.Put(Files, Inputs.Zip(places, (input, place) => (input, input.At(place))), problems);

    private bool IsSoundAt(FreeInput input, double place, ProblemList problems)
    {
        var own = new ProblemList { Sources = problems.Sources };
        if (FreeInputs.Put(Files, [(input, input.At(place))], own) is { } changed && new TimelineBuilder(changed, Overrides, own).Baseline() is not null)
        {
            return true;
        }

        var told = own.Told.FirstOrDefault(group => group.First.Severity == Severity.Error)?.First;
        problems.Error(input.RangeWhere, $"{Language.SystemKeys.Fit}.{input.Name}", "a range whose ends make a valid system", input.At(place),
            told is null ? "" : $"At {told.Path} it makes {told.Received}: expected {told.Expected}. Make the range narrower.");
        return false;
    }

    private static List<FitTarget>? TargetsOf(FitDescription fit, Observations observed, ProblemList problems)
    {
        var judged = observed.Rows.Where(row => !double.IsNaN(row.Tolerance)).ToList();
        var known = judged.Select(row => row.Measure.Id).Distinct().ToList();
        foreach (var unknown in fit.LeaveOut.Where(name => !known.Contains(name.Text)))
        {
            problems.Error(unknown.Where, unknown.Path, $"a measure that is judged in observed.csv: {string.Join(", ", known)}", unknown.Text,
                Nearest.Hint(unknown.Text, known));
        }

        var left = judged.FindAll(row => !fit.LeaveOut.Any(name => name.Text == row.Measure.Id)).ConvertAll(row => new FitTarget(row));
        if (left.Count == 0 && !problems.HasErrors)
        {
            problems.Error(fit.Here, Language.SystemKeys.Fit.Name, "a figure to go by: a row of observed.csv with a tolerance",
                judged.Count == 0 ? "none has a tolerance" : "all of them are left out");
        }

        return left.Count == 0 || problems.HasErrors ? null : left;
    }
}
