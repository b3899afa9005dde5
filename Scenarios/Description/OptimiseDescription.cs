using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Description;

/// <summary>The questions to <c>optimise</c>, as written.</summary>
/// <param name="Questions">In written order.</param>
internal sealed record OptimiseDescription(IReadOnlyList<QuestionDescription> Questions)
{
    /// <summary>The section of a system; null where there is none, or, with problems said, where it cannot be read.</summary>
    public static OptimiseDescription? Of(SystemFiles files, ProblemList problems) => Read(new Binding(problems), files.Root[SystemKeys.Optimise.Name]);

    /// <summary>The section; null where there is none, or, with problems said, where it cannot be read.</summary>
    public static OptimiseDescription? Read(Binding binding, Node? node)
    {
        var path = SystemKeys.Optimise.Name;
        if (node is null || binding.Map(node, path, OptimiseKeys.Optimise) is not { } reader)
        {
            return null;
        }

        var questions = reader.Others.Select(entry => Question(reader, entry)).ToList();
        if (questions.Count == 0)
        {
            reader.Refuse(node.Where, path, OptimiseKeys.Optimise.Expected, "no question", "Ask one, or leave the section out.");
        }

        return reader.Failed || questions.Contains(null) ? null : new OptimiseDescription([.. questions.OfType<QuestionDescription>()]);
    }

    private static QuestionDescription? Question(MapReader parent, MapEntry entry)
    {
        if (Named(parent, entry, OptimiseKeys.Question) is not var (name, reader))
        {
            return null;
        }

        var targets = reader.Texts(OptimiseKeys.Targets);
        var levers = reader.InnerNames(OptimiseKeys.Levers).Select(lever => Lever(lever.Name, lever.Reader)).ToList();
        if (!reader.Failed && (targets.Count == 0 || levers.Count == 0))
        {
            var (key, what) = targets.Count == 0 ? (OptimiseKeys.Targets, "no target") : (OptimiseKeys.Levers, "no lever");
            reader.Refuse(name.Where, key, key.Expected, what);
        }

        var on = reader.Text(OptimiseKeys.On);
        return reader.Failed || levers.Contains(null) ? null
            : new QuestionDescription(name, reader.Text(ValueKeys.Title)?.Text ?? "", on, targets, [.. levers.OfType<LeverDescription>()]);
    }

    private static LeverDescription? Lever(Written name, MapReader reader)
    {
        if (!NameText.IsPlain(name.Text))
        {
            reader.Refuse(name.Where, name.Path, NameText.Expected, name.Text);
        }

        var verb = FitKeys.Verbs.FirstOrDefault(reader.Has);
        var paths = verb is null ? [] : reader.Texts(verb);
        var (range, cost) = (reader.Text(OptimiseKeys.Range), reader.Text(OptimiseKeys.Cost));
        if (verb is not null && paths.Count == 0 && !reader.Failed)
        {
            reader.Refuse(name.Where, verb, verb.Expected, "none");
        }

        var lever = range is null || cost is null || verb is null ? null : new LeverDescription(name, verb.Name, paths, range, cost)
        {
            Title = reader.Text(ValueKeys.Title)?.Text ?? "",
            Step = reader.Text(OptimiseKeys.Step),
            Per = reader.Text(OptimiseKeys.Per),
            PriceYear = reader.Text(OptimiseKeys.PriceYear),
            Partner = reader.Text(OptimiseKeys.Partner),
            Buys = reader.Texts(OptimiseKeys.Buys),
        };

        // No run looks at a price of a lever: it is none of the system's numbers.
        reader.WordOrNull(ValueKeys.Status);
        return reader.Failed ? null : lever;
    }

    private static (Written Name, MapReader Reader)? Named(MapReader parent, MapEntry entry, Section section)
    {
        var name = new Written(entry.Key, entry.KeyWhere, parent.PathOf(entry.Key));
        if (!NameText.IsPlain(entry.Key))
        {
            parent.Refuse(name.Where, name.Path, NameText.Expected, name.Text);
        }

        return parent.Binding.Map(entry.Value, name.Path, section) is { } reader ? (name, reader) : null;
    }
}

/// <summary>One question to <c>optimise</c>.</summary>
/// <param name="Name">Its own.</param>
/// <param name="Title">What a reader sees in its place; may be empty.</param>
/// <param name="On">The scenario that the levers are added to; null: the system as it is.</param>
/// <param name="Targets">What is to be reached.</param>
/// <param name="Levers">What may be bought, in written order.</param>
internal sealed record QuestionDescription(Written Name, string Title, Written? On, IReadOnlyList<Written> Targets, IReadOnlyList<LeverDescription> Levers);

/// <summary>A capacity that is free.</summary>
/// <param name="Name">Its own.</param>
/// <param name="Verb"><c>set</c>, <c>scale</c> or <c>add</c>.</param>
/// <param name="Paths">What is moved.</param>
/// <param name="Range">From what there is to the furthest.</param>
/// <param name="Cost">[£ a year for <paramref name="Cost"/> of one, or of what is said].</param>
internal sealed record LeverDescription(Written Name, string Verb, IReadOnlyList<Written> Paths, Written Range, Written Cost)
{
    public required string Title { get; init; }

    public required Written? Step { get; init; }

    public required Written? Per { get; init; }

    public required Written? PriceYear { get; init; }

    public required Written? Partner { get; init; }

    public required IReadOnlyList<Written> Buys { get; init; }
}
