using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Inputs;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Fitting;

/// <summary>The free inputs of a system, as its section <c>fit</c> names them.</summary>
internal static class FreeInputs
{
    /// <summary>A value of which an inner place is left as the range's own numbers.</summary>
    private const string NoValue = "1";

    /// <summary>The inputs; null with problems said.</summary>
    public static IReadOnlyList<FreeInput>? Of(SystemFiles files, FitDescription fit, ProblemList problems)
    {
        var inputs = fit.Inputs.Select(input => Read(input, problems)).ToList();
        if (inputs.Contains(null))
        {
            return null;
        }

        var read = inputs.ConvertAll(input => input!);
        return AreSound(files, read, problems) ? read : null;
    }

    /// <summary>True where every path leads somewhere and no value is moved by two inputs; else the problems are said.</summary>
    public static bool AreSound(SystemFiles files, IReadOnlyList<FreeInput> inputs, ProblemList problems) =>
        LeadSomewhere(files, inputs, problems) && AreApart(files, inputs, problems);

    /// <summary>A system with its inputs at some places; null with problems said.</summary>
    /// <param name="files">The system, which stays as it is.</param>
    /// <param name="values">Inputs and to what, or by what.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static SystemFiles? Put(SystemFiles files, IEnumerable<(FreeInput Input, string Operand)> values, ProblemList problems)
    {
        var copy = SystemCopy.Of(files);
        var maker = new ChangeMaker(copy, null, problems);
        var made = true;
        foreach (var (input, operand) in values)
        {
            made &= input.Put(operand, maker);
        }

        return made ? copy : null;
    }

    private static FreeInput? Read(FreeInputDescription input, ProblemList problems)
    {
        var range = input.Range;
        var read = InputRange.Of(range.Text, NoValue, out var why);
        var (expected, isRight) = input.Verb switch
        {
            InputRange.Scale => ("two factors above 0, such as 0.85 to 1.15", IsFactor(read)),
            InputRange.Add => ("two amounts, such as -10 min to 10 min", read is not null && (!read.IsRelative || read.Verb == InputRange.Add)),
            _ => ("two ends of the value itself, such as 20 d to 34 d", read is { IsRelative: false }),
        };
        if (!isRight)
        {
            problems.Error(range.Where, range.Path, expected, range.Text, why.Length > 0 ? $"Here {why}." : "");
            return null;
        }

        PlausibleRange.Check(read!.IsRelative ? "" : range.Text, "", range.Where, input.Name.Path, problems);
        if (read.Low == read.High)
        {
            problems.Error(range.Where, range.Path, "two different ends", range.Text, "What is not free needs no entry.");
            return null;
        }

        var title = input.Title.Length > 0 ? input.Title : input.Name.Text;
        return new FreeInput(input.Name.Text, title, read with { Verb = input.Verb }, input.Paths, range.Text, range.Where);
    }

    private static bool IsFactor(InputRange? range) =>
        range is not null && (range.IsRelative ? range.Verb == InputRange.Scale : IsPositive(range.Low) && IsPositive(range.High));

    private static bool IsPositive(string text) =>
        (NumberText.TryParse(text, out var factor, out _) || ShareText.TryParsePercent(text, out factor)) && factor > 0;

    /// <summary>Each by itself at both ends: what is wrong is said with the place of the path.</summary>
    private static bool LeadSomewhere(SystemFiles files, IReadOnlyList<FreeInput> inputs, ProblemList problems)
    {
        var sound = true;
        foreach (var input in inputs)
        {
            sound &= Put(files, [(input, input.At(0))], problems) is not null && Put(files, [(input, input.At(1))], problems) is not null;
        }

        return sound;
    }

    /// <summary>Two inputs that move one value would be one input: no figure could tell them apart.</summary>
    private static bool AreApart(SystemFiles files, IReadOnlyList<FreeInput> inputs, ProblemList problems)
    {
        var known = new List<(string Id, FreeInput Input, Written Path)>();
        var sound = true;
        foreach (var input in inputs)
        {
            foreach (var path in input.Paths)
            {
                var copy = SystemCopy.Of(files);
                var ids = input.SlotsIn(copy, path).Select(slot => slot.Id).ToList();
                if (known.Find(other => ids.Exists(id => Meet(id, other.Id))) is { Input: { } first } met)
                {
                    problems.Error(path.Where, path.Path, $"values that no other input moves", path.Text, met.Path == path || first == input
                        ? $"The input moves {met.Id} by {met.Path.Text} too, at {met.Path.Where}."
                        : $"{first.Name} at {met.Path.Where} moves {met.Id} too: make them one input with a list of paths, or take the value out of one.");
                    sound = false;
                }

                known.AddRange(ids.Select(id => (id, input, path)));
            }
        }

        return sound;
    }

    private static bool Meet(string one, string other) =>
        one == other || one.StartsWith(other + ".", StringComparison.Ordinal) || other.StartsWith(one + ".", StringComparison.Ordinal);
}
