using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Description.Measures;

/// <summary>Reads one quantity: by itself, or as part of a measure.</summary>
internal static class QuantityReader
{
    private const string Expected = "a quantity, such as { visits: ed }";

    /// <summary>A quantity that stands alone in a map, as in a ratio; null after a problem.</summary>
    public static QuantityDescription? Read(Node node, string path, Binding binding)
    {
        if (node is not MapNode map)
        {
            binding.Problems.Error(node.Where, path, Expected, node.Kind);
            return null;
        }

        var forms = QuantityForm.All.Where(form => map.Has(form.Key.Name)).ToList();
        if (forms.Count == 1)
        {
            return Read(forms[0], new MapReader(binding, map, path, forms[0].Alone));
        }

        string[] known = [.. QuantityForm.All.Select(form => form.Key.Name), MeasureKeys.Where.Name, MeasureKeys.Group.Name];
        var written = map.Entries.Select(entry => entry.Key).ToList();
        binding.Problems.Error(map.Where, path, forms.Count == 0 ? Expected : "one quantity", string.Join(", ", written), NameHint.For(written, known));
        return null;
    }

    /// <summary>The quantity of this form in a map that may hold other keys too; null after a problem.</summary>
    public static QuantityDescription? Read(QuantityForm form, MapReader reader)
    {
        bool Own(Key key) => form.OwnKeys.Contains(key);
        var quantity = new QuantityDescription
        {
            Form = form,
            Names = form.Subject == QuantitySubject.None ? Confirmed(form, reader) : reader.AtLeastOne(form.Key),
            Where = reader.Map.Where,
            Path = reader.Path,
            Group = Allows(form, MeasureKeys.Group, reader) ? reader.Text(MeasureKeys.Group) : null,
            Filters = Allows(form, MeasureKeys.Where, reader) ? FilterOf(reader) : [],
            Within = Own(MeasureKeys.Within) ? reader.Seconds(MeasureKeys.Within) : -1,
            Over = Own(MeasureKeys.Over) ? reader.Seconds(MeasureKeys.Over) : -1,
            Part = Own(MeasureKeys.Part) ? Part(reader) : WaitPart.Both,
            Reason = Own(MeasureKeys.Reason) ? reader.Text(MeasureKeys.Reason) : null,
            In = Own(MeasureKeys.In) ? reader.AtLeastOne(MeasureKeys.In) : [],
            Threshold = Threshold(form, reader),
            CensusAt = Own(MeasureKeys.CensusAt) ? reader.TimeOfDay(MeasureKeys.CensusAt) : 0,
            Reasons = Own(MeasureKeys.Reasons) ? reader.AtLeastOne(MeasureKeys.Reasons) : [],
            Attribution = Own(MeasureKeys.Attribution) ? reader.WordOrNull(MeasureKeys.Attribution) : null,
        };
        return reader.Failed ? null : quantity;
    }

    /// <summary>Which part of a wait.</summary>
    public static WaitPart Part(MapReader reader) => reader.WordOrNull(MeasureKeys.Part) switch
    {
        "place" => WaitPart.Place,
        "staff" => WaitPart.Staff,
        _ => WaitPart.Both,
    };

    /// <summary>True for waits that count as the service ends.</summary>
    public static bool CountsAtEnd(MapReader reader) => reader.WordOrNull(MeasureKeys.When) == "ended";

    /// <summary>The condition of the map, as a list of none or one.</summary>
    public static IReadOnlyList<Written> FilterOf(MapReader reader) => reader.Text(MeasureKeys.Where) is { } condition ? [condition] : [];

    private static IReadOnlyList<Written> Confirmed(QuantityForm form, MapReader reader)
    {
        reader.WordOrNull(form.Key);
        return [];
    }

    /// <summary>Refuses a key that chooses among patients where no patient is looked at.</summary>
    private static bool Allows(QuantityForm form, Key key, MapReader reader)
    {
        if (reader.Text(key) is { } text && !form.OnePatientEach)
        {
            var hint = form.OfDelays ? "Leave it out: delays are kept by reason and attribution."
                : form.OfStages ? "Leave it out: all patients in the stages are counted; a clock can choose among them."
                : "Leave it out: pools are counted, not patients.";
            reader.Refuse(text.Where, key, $"no `{key}` for `{form.Key}`", text.Text, hint);
        }

        return form.OnePatientEach;
    }

    private static double Threshold(QuantityForm form, MapReader reader) => form.Kind switch
    {
        QuantityKind.CensusOver => reader.Share(MeasureKeys.CensusShare) ?? -1,
        QuantityKind.CensusPresent => WholeDays(reader),
        _ => -1,
    };

    private static double WholeDays(MapReader reader)
    {
        var seconds = reader.Seconds(MeasureKeys.LongerThan);
        if (seconds > 0 && seconds % (int)TimeUnit.Day != 0)
        {
            var text = reader.Text(MeasureKeys.LongerThan)!;
            reader.Refuse(text.Where, MeasureKeys.LongerThan, "whole days, such as \"7 d\"", text.Text,
                "Stays are counted in whole days passed at the census.");
        }

        return seconds < 0 ? -1 : seconds / (int)TimeUnit.Day;
    }
}
