using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Validation;

/// <summary>A lever leads to something that a change may set. A star stands for any letters: in place of an instance it means each of them.</summary>
internal static class LeverCheck
{
    private const string EachInstance = "@*";
    private const string Any = "*";

    public static void Check(SystemDescription description, SystemFiles files, ProblemList problems)
    {
        // Of a scenario they are those of the system.
        if (description.Levers.Count == 0 || files.IsChanged)
        {
            return;
        }

        var copy = SystemCopy.Of(files);
        foreach (var lever in description.Levers)
        {
            if (!ChangePath.TryParse(lever.Text, out var steps))
            {
                problems.Error(lever.Where, lever.Path, ChangePath.Expected, lever.Text);
                continue;
            }

            if (StarOfNoKey(files, steps) is { } unknown)
            {
                problems.Error(lever.Where, lever.Path, $"a column of table {steps[1].Name}", unknown);
            }
            else if (PathSlots.Of(copy, [.. steps.Select(Whole)], mayBeNew: false, out var miss).Count == 0)
            {
                problems.Error(lever.Where, lever.Path, $"a path that leads somewhere: {miss?.Expected ?? "a value"}",
                    $"\"{miss?.Received}\" in \"{lever.Text}\"", miss?.Hint ?? "");
            }
        }
    }

    /// <summary>A key with a star that the table has not; null: it has all.</summary>
    private static string? StarOfNoKey(SystemFiles files, IReadOnlyList<PathStep> steps) =>
        steps.Count > 1 && (steps[0].Name == SystemFolder.Tables ? files.Tables : files.Rosters).GetValueOrDefault(steps[1].Name) is { } table
            ? (steps[1].Selector ?? []).Where(pair => pair.Value == Any && table.ColumnOf(pair.Key) < 0).Select(pair => pair.Key).FirstOrDefault()
            : null;

    /// <summary>The step without its stars.</summary>
    private static PathStep Whole(PathStep step) => new(
        step.Name.EndsWith(EachInstance, StringComparison.Ordinal) ? step.Name[..^EachInstance.Length] : step.Name,
        step.Selector?.Where(pair => pair.Value != Any).ToList() is { Count: > 0 } left ? left : null);
}
