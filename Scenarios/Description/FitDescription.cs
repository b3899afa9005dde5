using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Description;

/// <summary>What a fit may move, as written.</summary>
/// <param name="Here">Where the section begins.</param>
/// <param name="LeaveOut">Measures it does not go by.</param>
/// <param name="Inputs">In written order.</param>
internal sealed record FitDescription(SourceLocation Here, IReadOnlyList<Written> LeaveOut, IReadOnlyList<FreeInputDescription> Inputs)
{
    /// <summary>The section of a system; null where there is none, or, with problems said, where it cannot be read.</summary>
    public static FitDescription? Of(SystemFiles files, ProblemList problems) => Read(new Binding(problems), files.Root[SystemKeys.Fit.Name]);

    /// <summary>The section; null where there is none, or, with problems said, where it cannot be read.</summary>
    public static FitDescription? Read(Binding binding, Node? node)
    {
        var path = SystemKeys.Fit.Name;
        if (node is null || binding.Map(node, path, FitKeys.Fit) is not { } reader)
        {
            return null;
        }

        var leaveOut = reader.Texts(FitKeys.LeaveOut);
        var inputs = reader.Others.Select(entry => Input(reader, entry)).ToList();
        if (inputs.Count == 0)
        {
            reader.Refuse(node.Where, path, FitKeys.Fit.Expected, "no input", "Name what may be moved, or leave the section out.");
        }

        return reader.Failed || inputs.Contains(null) ? null : new FitDescription(node.Where, leaveOut, [.. inputs.OfType<FreeInputDescription>()]);
    }

    private static FreeInputDescription? Input(MapReader parent, MapEntry entry)
    {
        var name = new Written(entry.Key, entry.KeyWhere, parent.PathOf(entry.Key));
        if (!NameText.IsPlain(entry.Key))
        {
            parent.Refuse(name.Where, name.Path, NameText.Expected, name.Text);
        }

        if (parent.Binding.Map(entry.Value, name.Path, FitKeys.Input) is not { } reader)
        {
            return null;
        }

        var verb = FitKeys.Verbs.FirstOrDefault(reader.Has);
        var paths = verb is null ? [] : reader.Texts(verb);
        var range = reader.Text(FitKeys.Range);
        if (verb is not null && paths.Count == 0 && !reader.Failed)
        {
            reader.Refuse(name.Where, verb, verb.Expected, "none");
        }

        return reader.Failed || range is null ? null : new FreeInputDescription(name, reader.Text(ValueKeys.Title)?.Text ?? "", verb!.Name, paths, range);
    }
}

/// <summary>Values that a fit moves together.</summary>
/// <param name="Name">The input's own.</param>
/// <param name="Title">What a reader sees in its place; may be empty.</param>
/// <param name="Verb"><c>set</c>, <c>scale</c> or <c>add</c>.</param>
/// <param name="Paths">What is moved.</param>
/// <param name="Range">What is plausible.</param>
internal sealed record FreeInputDescription(Written Name, string Title, string Verb, IReadOnlyList<Written> Paths, Written Range);
