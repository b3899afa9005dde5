using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Compilation.Observed;
using FlowSim.Scenarios.Compilation.Tables;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation;

/// <summary>Finds the attributes of a system and their values: declared, or inferred from what streams, stages and tables give.</summary>
internal sealed class AttributeInference
{
    private readonly SystemDescription system;
    private readonly SystemFiles files;
    private readonly ProblemList problems;
    private readonly AttributeIndex attributes = new();
    private readonly List<(int Attribute, ChoiceDescription Value)> given = [];
    private readonly Dictionary<ChoiceDescription, IReadOnlyList<Written>> leaves = new(ReferenceEqualityComparer.Instance);

    private AttributeInference(SystemDescription system, SystemFiles files, ProblemList problems)
    {
        this.system = system;
        this.files = files;
        this.problems = problems;
    }

    public static AttributeIndex Infer(SystemDescription system, SystemFiles files, Dimension[] dimensions, ProblemList problems)
    {
        var inference = new AttributeInference(system, files, problems);
        foreach (var dimension in dimensions.Where(dimension => !dimension.IsPair))
        {
            inference.attributes.Declare(dimension.Name, AttributeKind.Named, dimension.Instances);
        }

        inference.Declared();
        inference.Collect();
        inference.InferKinds();
        inference.InferValues();
        return inference.attributes;
    }

    private void Declared()
    {
        foreach (var attribute in system.Attributes.Where(attribute => attribute.Word is null))
        {
            attributes.Declare(attribute.Name.Text, AttributeKind.Named, attribute.Values.Select(value => value.Text));
        }

        // An attribute may have the values of one that is written after it.
        var waiting = system.Attributes.Where(attribute => attribute.Word is not null).ToList();
        for (var before = -1; waiting.Count > 0 && waiting.Count != before;)
        {
            before = waiting.Count;
            waiting.RemoveAll(attribute => DeclareByWord(attribute.Name.Text, attribute.Word!.Text));
        }

        foreach (var attribute in waiting)
        {
            problems.Error(attribute.Word!.Where, attribute.Word.Path, "a list of values, duration, number, or the name of a dimension or attribute",
                attribute.Word.Text, Nearest.Hint(attribute.Word.Text, attributes.Names));
            attributes.Infer(attribute.Name.Text);
        }
    }

    private bool DeclareByWord(string name, string word)
    {
        switch (word)
        {
            case "duration":
                attributes.Declare(name, AttributeKind.Duration, []);
                return true;
            case "number":
                attributes.Declare(name, AttributeKind.Number, []);
                return true;
            case var _ when name == word:
                return attributes.Find(name) >= 0;
            default:
                var source = attributes.Find(word);
                if (source >= 0)
                {
                    attributes.Declare(name, attributes.KindOf(source), [.. attributes.ValuesOf(source)]);
                }

                return source >= 0;
        }
    }

    /// <summary>Everything that gives an attribute a value, in order of appearance.</summary>
    private void Collect()
    {
        foreach (var stream in system.Streams.SelectMany(stream => stream.Overrides.Values.Prepend(stream)))
        {
            Collect(stream.Attributes);
            CollectObserved(stream);
        }

        foreach (var stage in system.Stages.SelectMany(stage => stage.Overrides.Values.Prepend(stage)))
        {
            Collect(stage.Sets);
            CollectAdds(stage);
            foreach (var census in stage.StartsWith)
            {
                Collect(census.Sets);
            }
        }
    }

    private void Collect(IReadOnlyList<SetDescription> sets)
    {
        foreach (var set in sets)
        {
            Demand(set.Attribute);
            var attribute = attributes.Infer(set.Attribute.Text);
            attributes.NoteSet(attribute);
            given.Add((attribute, set.Value));
        }
    }

    /// <summary>What is added to is a number.</summary>
    private void CollectAdds(StageDescription stage)
    {
        foreach (var name in stage.Adds.Select(add => add.Attribute))
        {
            Demand(name);
            var attribute = attributes.Infer(name.Text);
            attributes.NoteSet(attribute);
            if (!attributes.IsDeclared(attribute))
            {
                attributes.InferKind(attribute, AttributeKind.Number);
            }
        }
    }

    /// <summary>Where attributes are declared at all, all of them are: a name that is not among them is misspelt or forgotten.</summary>
    private void Demand(Written attribute)
    {
        if (system.Attributes.Count > 0 && attributes.Find(attribute.Text) < 0)
        {
            problems.Error(attribute.Where, attribute.Path, "an attribute declared under attributes:, or a dimension", attribute.Text,
                Nearest.Hint(attribute.Text, attributes.Names) is { Length: > 0 } near ? near : $"Declare it: attributes: {{ {attribute.Text}: … }}.");
        }
    }

    /// <summary>The columns of a list of observed arrivals give their cells; values are added here, since no choice stands for them.</summary>
    private void CollectObserved(StreamDescription stream)
    {
        if (stream.Observed is not { } observed || TableNames.Find(files, observed, problems) is not { } table)
        {
            return;
        }

        for (var column = 0; column < table.Columns.Length; column++)
        {
            var name = table.Columns[column];
            if (ObservedCompiler.IsAttribute(name))
            {
                var attribute = attributes.Infer(name);
                foreach (var row in table.Rows.Where(row => row.Cells[column].Trim().Length > 0))
                {
                    attributes.Give(attribute, row.Cells[column].Trim());
                }
            }
        }
    }

    private void InferKinds()
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (attribute, value) in given)
            {
                if (!attributes.IsDeclared(attribute) && attributes.KindOf(attribute) == AttributeKind.Named
                    && LeavesOf(value).Select(leaf => KindOf(attribute, leaf.Text)).FirstOrDefault(kind => kind != AttributeKind.Named) is var kind
                    && kind != AttributeKind.Named)
                {
                    attributes.InferKind(attribute, kind);
                    changed = true;
                }
            }
        }
    }

    private AttributeKind KindOf(int attribute, string leaf)
    {
        if (leaf.StartsWith('+') && NumberText.TryParseWhole(leaf[1..], out _, out _))
        {
            return AttributeKind.Number;
        }

        if (IsCopy(attribute, leaf, out var source))
        {
            return attributes.KindOf(source);
        }

        var isNumber = NumberText.TryParse(leaf, out _, out _);
        return !isNumber && TimeTextReader.TryParse(leaf, out var time, out _) && time is TimeText.Drawn ? AttributeKind.Duration : AttributeKind.Named;
    }

    /// <summary>Values pass on through copies, so until nothing changes.</summary>
    private void InferValues()
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (attribute, value) in given)
            {
                if (attributes.KindOf(attribute) == AttributeKind.Named)
                {
                    foreach (var leaf in LeavesOf(value))
                    {
                        changed |= Give(attribute, leaf);
                    }
                }
            }
        }
    }

    private bool Give(int attribute, Written leaf)
    {
        if (!IsCopy(attribute, leaf.Text, out var source))
        {
            return GiveValue(attribute, leaf);
        }

        var changed = false;
        foreach (var value in attributes.ValuesOf(source).ToArray())
        {
            changed |= attributes.CanOccur(source, attributes.PeekValue(source, value)) && GiveValue(attribute, leaf with { Text = value });
        }

        return changed;
    }

    private bool GiveValue(int attribute, Written value)
    {
        var before = attributes.PeekValue(attribute, value.Text);
        var known = before >= 0 && attributes.CanOccur(attribute, before);
        attributes.Give(attribute, value.Text);
        attributes.Uses.Give(attribute, value);
        return !known && !attributes.IsDeclared(attribute);
    }

    /// <summary>A bare word that names another attribute is copied, unless it is a declared value of this one.</summary>
    private bool IsCopy(int attribute, string word, out int source) => IsCopy(attributes, attribute, word, out source);

    /// <summary>See above; for the compiler of sets as well.</summary>
    public static bool IsCopy(AttributeIndex attributes, int attribute, string word, out int source)
    {
        source = attributes.Find(word);
        var isValue = attributes.IsDeclared(attribute) && attributes.PeekValue(attribute, word) >= 0;
        return source >= 0 && source != attribute && !isValue;
    }

    /// <summary>Every text that may become the value, found once a choice.</summary>
    private IReadOnlyList<Written> LeavesOf(ChoiceDescription choice)
    {
        if (!leaves.TryGetValue(choice, out var found))
        {
            found = [.. Leaves(choice)];
            leaves.Add(choice, found);
        }

        return found;
    }

    private IEnumerable<Written> Leaves(ChoiceDescription choice)
    {
        if (choice.Single is { } single)
        {
            return [single with { Text = single.Text.Trim() }];
        }

        if (choice.Copy is { } copy)
        {
            return [copy];
        }

        if (choice.Shares is { } shares)
        {
            return shares.Select(share => share.Outcome);
        }

        if (choice.By is { } by)
        {
            return by.Outcomes.Select(outcome => outcome.Outcome);
        }

        return choice.Conditional is { } conditional ? conditional.SelectMany(branch => Leaves(branch.Choice)) : choice.Table is { } use ? Leaves(use) : [];
    }

    private IEnumerable<Written> Leaves(TableUse use)
    {
        if (TableNames.Find(files, use.Table, problems) is not { } table)
        {
            return [];
        }

        var path = $"tables.{table.Name}";
        var column = TableNames.OutcomeColumn(table, use.Column, attributes);
        return column >= 0
            ? table.Rows.Select(row => new Written(row.Cells[column].Trim(), row.Where, path)).Where(cell => cell.Text.Length > 0).DistinctBy(cell => cell.Text)
            : TableNames.ValueColumns(table, attributes).Select(index => new Written(table.Columns[index], table.Where, path));
    }
}
