using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Inputs;

/// <summary>
/// The description is the central member of its calibrated set: what is run by itself and what the others are spread around must be the same.
/// </summary>
internal static class CentralMember
{
    /// <summary>What is written has 15 digits at most, and a value of the file may have fewer.</summary>
    private const double Tolerance = 1e-6;

    /// <summary>True if every input of the central member stands in the description as the set has it, and every path leads somewhere.</summary>
    public static bool IsDescribed(CalibratedSet set, SystemFiles files, ProblemList problems)
    {
        var central = set.Members.First(member => member.IsCentral);
        if (InputSetting.Put(files, central.Values, central.Where, problems) is null)
        {
            return false;
        }

        var sound = true;
        foreach (var value in central.Values)
        {
            if (Differs(value, files) is { } described)
            {
                problems.Error(central.Where, value.Name, $"one value of this input: the description has {described}", value.Operand,
                    "The member marked as central is the description itself: write the same in both, or make a new set.");
                sound = false;
            }
        }

        return sound;
    }

    /// <summary>What the description has, where it is something else; else null.</summary>
    private static string? Differs(InputValue value, SystemFiles files) => value.Verb switch
    {
        InputRange.Scale => NumberText.TryParse(value.Operand, out var factor, out _) && Math.Abs(factor - 1) <= Tolerance ? null : "itself, a factor of 1",
        InputRange.Add => QuantityText.TryParseAmount(value.Operand, out var amount) && amount.Number == 0 ? null : "itself, an addition of 0",
        _ => Described(value.Path, files).FirstOrDefault(slot => !IsSame(slot, value.Operand))?.Text,
    };

    private static IEnumerable<Place> Described(string path, SystemFiles files)
    {
        if (!ChangePath.TryParse(path, out var steps))
        {
            return [];
        }

        var copy = SystemCopy.Of(files);
        var slots = steps[0].Name switch
        {
            SystemFolder.Tables => TablePath.Resolve(copy.Tables, steps, out _),
            SystemFolder.Rosters => TablePath.Resolve(copy.Rosters, steps, out _),
            _ => NodePath.Resolve(copy.Root, steps, mayBeNew: false, out _),
        };
        return slots.SelectMany(slot => NumberTargets.Of(slot, ChangeVerb.Set, out _).Select(target => new Place(target.Value!.ToString()!, slot.Parameters)));
    }

    /// <summary>True if setting the value changes nothing; of a quantity in whatever unit.</summary>
    private static bool IsSame(Place place, string operand)
    {
        if (place.Parameters.Length > 0)
        {
            // With nothing of the change in force the value stands there in the unit of the operand.
            string? Changed(double fraction) => TextEdit.Apply(place.Text, place.Parameters, new NumericEdit(ChangeVerb.Set, operand, fraction), out _);
            return Changed(0) is { } before && Changed(1) is { } after && IsNear(before, after);
        }

        return QuantityText.TryParse(place.Text, out var described) && QuantityText.TryParse(operand, out var set)
            ? described.Kind == set.Kind && IsNear(described.Base, set.Base)
            : place.Text == operand;
    }

    private static bool IsNear(string before, string after)
    {
        var (one, other) = (before.Split(' '), after.Split(' '));
        return one.Length == other.Length && one.Zip(other).All(pair => pair.First == pair.Second
            || (NumberText.TryParse(pair.First, out var x, out _) && NumberText.TryParse(pair.Second, out var y, out _) && IsNear(x, y)));
    }

    private static bool IsNear(double one, double other) => Math.Abs(one - other) <= Tolerance * Math.Max(Math.Abs(one), Math.Abs(other));

    private sealed record Place(string Text, string[] Parameters);
}
