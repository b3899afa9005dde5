using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Measures;

/// <summary>Reads one quantity: by itself, or as part of a measure.</summary>
internal static class QuantityReader
{
    private static readonly string[] ChoosingKeys = ["where", "group"];

    /// <summary>Keys of every quantity, for hints.</summary>
    public static IReadOnlyList<string> FormKeys { get; } = [.. QuantityForm.All.Select(form => form.Key)];

    /// <summary>All keys a quantity of this form may have.</summary>
    public static IReadOnlyList<string> KeysOf(QuantityForm form) => [form.Key, .. form.OwnKeys, .. ChoosingKeys];

    /// <summary>A quantity that stands alone in a map, as in a ratio; null after a problem.</summary>
    public static QuantityDescription? Read(Node? node, SourceLocation owner, string path, ProblemList problems)
    {
        const string expected = "a quantity, such as { visits: ed }";
        if (node is not MapNode map)
        {
            problems.Error(node?.Where ?? owner, path, expected, node is null ? "nothing" : node.ToString() ?? "");
            return null;
        }

        var keys = new KeyReader(map, path, problems);
        var forms = QuantityForm.All.Where(form => keys.Has(form.Key)).ToList();
        if (forms.Count != 1)
        {
            var known = FormKeys.Concat(ChoosingKeys).ToList();
            keys.Refuse(map.Where, path, forms.Count == 0 ? expected : "one quantity", string.Join(", ", keys.Keys), NameHint.For(keys.Keys, known));
            return null;
        }

        keys.RefuseUnknown(KeysOf(forms[0]));
        return Read(forms[0], keys);
    }

    /// <summary>The quantity of this form in a map that may hold other keys too; null after a problem.</summary>
    public static QuantityDescription? Read(QuantityForm form, KeyReader keys)
    {
        var quantity = new QuantityDescription
        {
            Form = form,
            Names = form.Subject == QuantitySubject.None ? Confirmed(form, keys) : keys.Names(form.Key, $"the name of one of the {form.Subject.ToString().ToLowerInvariant()}, or a list of them"),
            Where = keys.Where,
            Path = keys.Path,
            Group = Allows(form, "group", keys) ? keys.Name("group", "the name of an attribute") : null,
            Filters = Allows(form, "where", keys) ? FilterOf(keys) : [],
            Within = Own(form, "within") ? keys.Seconds("within") : -1,
            Over = Own(form, "over") ? keys.Seconds("over") : -1,
            Part = Own(form, "part") ? Part(keys) : WaitPart.Both,
            Reason = Own(form, "reason") ? keys.Name("reason", "the stage or exit to which patients give up") : null,
            In = Own(form, "in") ? keys.Names("in", "a pool or group, or a list of them") : [],
            Threshold = Threshold(form, keys),
            CensusAt = Own(form, "at") ? keys.TimeOfDay("at") : 0,
            Reasons = Own(form, "reasons") ? keys.Names("reasons", "a list of reasons, such as [A, Dii]") : [],
            Attribution = Own(form, "attribution") ? keys.Word("attribution", DelayNames.Attributions) : null,
        };
        return keys.Failed ? null : quantity;
    }

    /// <summary>Which part of a wait.</summary>
    public static WaitPart Part(KeyReader keys) => keys.Word("part", "place", "staff", "both") switch
    {
        "place" => WaitPart.Place,
        "staff" => WaitPart.Staff,
        _ => WaitPart.Both,
    };

    /// <summary>The condition of the map, as a list of none or one.</summary>
    public static IReadOnlyList<Written> FilterOf(KeyReader keys) =>
        keys.Name("where", "a condition, such as \"type = 1\"") is { } condition ? [condition] : [];

    private static bool Own(QuantityForm form, string key) => form.OwnKeys.Contains(key);

    private static IReadOnlyList<Written> Confirmed(QuantityForm form, KeyReader keys)
    {
        if (!keys.Flag(form.Key) && !keys.Failed)
        {
            keys.Refuse(keys[form.Key]!.Where, keys.PathOf(form.Key), "true", "false");
        }

        return [];
    }

    /// <summary>Refuses a key that chooses among patients where no patient is looked at.</summary>
    private static bool Allows(QuantityForm form, string key, KeyReader keys)
    {
        if (keys.Has(key) && !form.OnePatientEach)
        {
            var hint = form.OfDelays ? "Leave it out: delays are kept by reason and attribution." : "Leave it out: pools are counted, not patients.";
            keys.Refuse(keys[key]!.Where, keys.PathOf(key), $"no `{key}` for `{form.Key}`", keys.Text(key) ?? "", hint);
        }

        return form.OnePatientEach;
    }

    private static double Threshold(QuantityForm form, KeyReader keys)
    {
        if (form.Kind == QuantityKind.CensusOver)
        {
            if (keys.Share("share") is { } share)
            {
                return share;
            }

            if (!keys.Failed)
            {
                keys.Refuse(keys.Where, keys.PathOf("share"), ShareText.Expected, "nothing");
            }
        }

        return form.Kind == QuantityKind.CensusPresent ? WholeDays(keys) : -1;
    }

    private static double WholeDays(KeyReader keys)
    {
        var seconds = keys.Seconds("longer_than");
        if (seconds > 0 && seconds % (int)TimeUnit.Day != 0)
        {
            keys.Refuse(keys["longer_than"]!.Where, keys.PathOf("longer_than"), "whole days, such as \"7 d\"", keys.Text("longer_than") ?? "", "Stays are counted in whole days passed at the census.");
        }

        return seconds < 0 ? -1 : seconds / (int)TimeUnit.Day;
    }
}
