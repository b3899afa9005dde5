using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Fitting;

/// <summary>A fit cannot go on for a reason the user can do something about.</summary>
public sealed class FitFailedException : Exception
{
    private FitFailedException(string message)
        : base(message)
    {
    }

    internal static FitFailedException At(PointRun point, FitSystem system, ProblemList problems)
    {
        var told = problems.Told.FirstOrDefault(group => group.First.Severity == Severity.Error)?.First;
        var what = told is null ? "unknown why" : $"{told.Where}: {told.Path}: expected {told.Expected}; found \"{told.Received}\"";
        var values = system.Inputs.Zip(point.Places, (input, place) => $"{input.Name} {input.At(place)}");
        return new FitFailedException(
            $"point {point.Number} makes no valid system: {what}. It has {string.Join(", ", values)}: make the ranges under fit: narrower, so that all of it is valid together.");
    }

    internal static FitFailedException Of(string message) => new(message);
}
