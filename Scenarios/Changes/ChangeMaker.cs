using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Changes;

/// <summary>Makes changes, one after the other, on a system that it may change.</summary>
internal sealed class ChangeMaker
{
    private static readonly string Calendars = SystemKeys.Calendars.Name;

    private readonly SystemFiles files;
    private readonly DateOnly? date;
    private readonly ProblemList problems;
    private readonly Dictionary<string, ScenarioChange> sets = new(StringComparer.Ordinal);

    /// <param name="date">The day that is described; null for all changes in full.</param>
    public ChangeMaker(SystemFiles files, DateOnly? date, ProblemList problems)
    {
        this.files = files;
        this.date = date;
        this.problems = problems;
    }

    /// <summary>True if the change could be made; else its problem is said.</summary>
    public bool Make(ScenarioChange change)
    {
        if (!ChangePath.TryParse(change.Path, out var steps))
        {
            return Fail(change, ChangePath.Expected, change.Path);
        }

        if (change.From is not null && (change.Verb == ChangeVerb.Remove || change.IsNew))
        {
            return Fail(change, "no \"from\": only numbers and calendars can change on a date", change.Path);
        }

        return change.IsNew ? new NewPart(files, problems).Add(change, steps) : MakeOnAll(change, steps);
    }

    private bool MakeOnAll(ScenarioChange change, IReadOnlyList<PathStep> steps)
    {
        var slots = PathSlots.Of(files, steps, mayBeNew: change.Verb == ChangeVerb.Set, out var miss);
        if (slots.Count == 0)
        {
            return Miss(change, miss);
        }

        var made = true;
        foreach (var slot in slots)
        {
            made &= change.Verb switch
            {
                ChangeVerb.Remove => Remove(slot),
                ChangeVerb.Set => Set(change, steps, slot),
                _ => Calculate(change, slot),
            };
        }

        return made;
    }

    private static bool Remove(ValueSlot slot)
    {
        slot.Remove();
        return true;
    }

    private bool Set(ScenarioChange change, IReadOnlyList<PathStep> steps, ValueSlot slot)
    {
        if (slot is RowSlot)
        {
            return Fail(change, "the name of a column after the rows", change.Path);
        }

        if (sets.TryGetValue(slot.Id, out var other) && !SaysTheSame(other, change))
        {
            return Fail(change, $"one \"set\" of {(slot.Id.Contains('#', StringComparison.Ordinal) ? change.Path : slot.Id)}; {other.Path} sets it too, at {other.Where}", NodeText.Of(change.Value!));
        }

        sets[slot.Id] = change;
        if (change.From is not null && slot.Parameters.Length == 0 && steps[0].Name == Calendars)
        {
            return SetCalendar(change, slot);
        }

        var isNumeric = slot.Parameters.Length > 0 || change.From is not null;
        if (!isNumeric)
        {
            slot.Replace(SetValue.For(change, slot.Value));
            return true;
        }

        var number = change.Value is MapNode { } written && written[TableColumns.Value] is { } inner ? inner : change.Value;
        return number is ScalarNode scalar
            ? Calculate(change with { Value = scalar }, slot)
            : Fail(change, "a number, because only numbers and calendars can change on a date, and only numbers inside a text", NodeText.Of(change.Value!));
    }

    /// <summary>Hours and days of a calendar are others from a day on: all at once.</summary>
    private bool SetCalendar(ScenarioChange change, ValueSlot slot)
    {
        if (change.OverDays > 0)
        {
            return Fail(change, "no \"over\": hours and days of a calendar change at once", change.Path);
        }

        if (change.FractionOn(date) > 0)
        {
            slot.Replace(SetValue.For(change, slot.Value));
        }

        return true;
    }

    private bool Calculate(ScenarioChange change, ValueSlot slot)
    {
        if (slot is RowSlot)
        {
            return Fail(change, "the name of a column after the rows", change.Path);
        }

        if (TableCell.Of(files, slot.Id, slot.Value) is { } cell)
        {
            // Of an instance with a row of its own the number is changed as if it stood here: others that read the table keep theirs.
            slot.Replace(new ScalarNode(cell.Text, slot.Value!.Where, quoted: true));
        }

        var targets = NumberTargets.Of(slot, change.Verb, out var hint);
        if (targets.Count == 0)
        {
            return Fail(change, "a number at the end of the path", change.Path, hint);
        }

        var made = true;
        foreach (var target in targets)
        {
            made &= CalculateText(change, slot, target);
        }

        return made;
    }

    private bool CalculateText(ScenarioChange change, ValueSlot slot, ValueSlot target)
    {
        var (old, operand) = (target.Value!, change.Value!.ToString() ?? "");
        var text = change.Verb == ChangeVerb.Scale ? old.ToString() ?? "" : TextOf(old, operand);
        var fraction = change.FractionOn(date);
        if (text.Length == 0 && change.Verb == ChangeVerb.Scale)
        {
            // A factor of nothing: with a 0 in it a cell of shares could not be read.
            return true;
        }

        var edit = new NumericEdit(change.Verb, operand, 1);
        var whole = TextEdit.Apply(text, slot.Parameters, edit, out var expected);
        if (whole is null)
        {
            return Fail(change, expected, $"\"{text}\" at {old.Where}");
        }

        if (fraction > 0)
        {
            var changed = fraction < 1 ? TextEdit.Apply(text, slot.Parameters, edit with { Fraction = fraction }, out _) ?? whole : whole;
            target.Replace(new ScalarNode(changed, old.Where, quoted: true));
        }

        return true;
    }

    /// <summary>The text that is changed; an empty cell of a table counts as nothing of what is set or added.</summary>
    private static string TextOf(Node old, string operand)
    {
        var text = old.ToString() ?? "";
        return text.Length == 0 && QuantityText.TryParse(operand, out var amount) ? amount.Times(0).Text : text;
    }

    private static bool SaysTheSame(ScenarioChange a, ScenarioChange b) =>
        NodeText.Of(a.Value!) == NodeText.Of(b.Value!) && a.From == b.From && a.OverDays == b.OverDays && a.StepDays == b.StepDays;

    private bool Miss(ScenarioChange change, PathMiss? miss) =>
        Fail(change, $"a path that leads somewhere: {miss?.Expected ?? "a value"}", $"\"{miss?.Received}\" in \"{change.Path}\"", miss?.Hint ?? "");

    private bool Fail(ScenarioChange change, string expected, string received, string hint = "")
    {
        problems.Error(change.Where, change.Label, expected, received, hint);
        return false;
    }
}
