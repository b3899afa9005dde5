using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Changes;

/// <summary>Reads one change: <c>{ set|scale|add|remove: PATH, to:|by:, from:, over:, reason:, source: }</c>.</summary>
internal static class ChangeReader
{
    /// <summary>No run is longer [y].</summary>
    private const int MostYears = 100;

    /// <summary>The change; null with problems said.</summary>
    public static ScenarioChange? Read(string scenario, MapReader reader)
    {
        // Of one that is misspelt more than that would only be told as missing.
        if (reader.Failed)
        {
            return null;
        }

        var verb = ScenarioKeys.Verbs.First(reader.Has);
        var path = reader.Text(verb);
        var kind = (ChangeVerb)ScenarioKeys.Verbs.ToList().IndexOf(verb);
        CheckTarget(kind, reader);
        var by = By(kind, reader);
        var (from, days, step) = (From(reader), Days(ScenarioKeys.Over, reader), Days(ScenarioKeys.Every, reader));
        if (from is null && days > 0)
        {
            reader.Refuse(reader.Take(ScenarioKeys.Over)!.Where, ScenarioKeys.Over, "a date under \"from\" for what is phased in", "no \"from\"");
        }

        if (step > days)
        {
            reader.Refuse(reader.Take(ScenarioKeys.Every)!.Where, ScenarioKeys.Every, "a step no longer than what is under \"over\"",
                FormattableString.Invariant($"steps of {step} d in a phase of {days} d"));
        }

        var to = reader.Take(ScenarioKeys.To);
        if (from is not null && to is MapNode longForm && Binding.Means(longForm, ValueKeys.Value))
        {
            // What begins on a date is not read again as part of the system: what is said about its value is looked at here.
            var binding = new Binding(reader.Binding.Problems);
            if (binding.Unwrap(longForm, reader.PathOf(ScenarioKeys.To)) == longForm)
            {
                // With a key that it does not know it is not taken for a value: the key is told.
                _ = new MapReader(binding, longForm, reader.PathOf(ScenarioKeys.To), ValueKeys.Long);
            }
        }

        reader.Origin(by?.Text ?? (to as ScalarNode)?.Text ?? "");
        return reader.Failed || path is null ? null : new ScenarioChange
        {
            Scenario = scenario,
            Verb = kind,
            Path = path.Text,
            Where = path.Where,
            Label = reader.Path,
            Value = by is null ? to : new ScalarNode(by.Text, by.Where),
            IsNew = kind == ChangeVerb.Add && to is not null,
            Like = reader.Text(ScenarioKeys.Like)?.Text ?? "",
            From = from,
            OverDays = days,
            StepDays = Math.Max(1, step),
            Reason = reader.Text(ScenarioKeys.Reason)?.Text ?? "",
            Source = Said(ValueKeys.Source, reader),
            Range = Said(ValueKeys.Range, reader),
            Status = Said(ValueKeys.Status, reader),
        };
    }

    private static void CheckTarget(ChangeVerb verb, MapReader reader)
    {
        var (to, by) = (reader.Has(ScenarioKeys.To), reader.Has(ScenarioKeys.By));
        var (fits, expected) = verb switch
        {
            ChangeVerb.Set => (to && !by, "\"to\" with the new value"),
            ChangeVerb.Scale => (by && !to, "\"by\" with a factor"),
            ChangeVerb.Add => (to != by, "\"by\" with an amount, or \"to\" with something new"),
            _ => (!to && !by, "neither \"to\" nor \"by\""),
        };
        if (!fits)
        {
            reader.Refuse(reader.Map.Where, reader.Path, expected, reader.KeysWritten);
        }
    }

    private static Written? By(ChangeVerb verb, MapReader reader)
    {
        if (reader.Text(ScenarioKeys.By) is not { } amount)
        {
            return null;
        }

        if (verb == ChangeVerb.Scale && !IsFactor(amount.Text))
        {
            reader.Refuse(amount.Where, ScenarioKeys.By, "a factor that is not negative, such as \"0.97\" or \"97 %\"", amount.Text);
        }

        if (verb == ChangeVerb.Add && !QuantityText.TryParseAmount(amount.Text, out _))
        {
            reader.Refuse(amount.Where, ScenarioKeys.By, "an amount, such as \"4\", \"-2 %\" or \"30 min\"", amount.Text);
        }

        return amount;
    }

    private static bool IsFactor(string text) =>
        (NumberText.TryParse(text, out var factor, out _) || ShareText.TryParsePercent(text, out factor)) && factor >= 0;

    private static DateOnly? From(MapReader reader)
    {
        if (reader.Text(ScenarioKeys.From) is not { } text)
        {
            return null;
        }

        if (DateText.TryParse(text.Text, out var date, out var expected) && DateText.IsOfRun(date))
        {
            return date;
        }

        reader.Refuse(text.Where, ScenarioKeys.From, expected.Length > 0 ? expected : DateText.ExpectedOfRun, text.Text, DateLook.InDescription(text.Text));
        return null;
    }

    /// <summary>A length of time in days, a part of one counted as one; 0 where none is written.</summary>
    private static int Days(Key key, MapReader reader)
    {
        if (reader.Text(key) is not { } text)
        {
            return 0;
        }

        if (DurationText.TryParse(text.Text, out var seconds, out var expected) && seconds <= MostYears * TimeUnit.Year)
        {
            return (int)Math.Ceiling(seconds / TimeUnit.Day);
        }

        var longest = FormattableString.Invariant($"a length of time of at most {MostYears} y");
        reader.Refuse(text.Where, key, expected.Length > 0 ? expected : longest, text.Text, TimeUnit.Hint);
        return 0;
    }

    /// <summary>About the change, or else about its amount in long form.</summary>
    private static string Said(Key key, MapReader reader) =>
        (reader.Take(key) ?? (reader.Take(ScenarioKeys.By) as MapNode)?[key.Name])?.ToString() ?? "";
}
