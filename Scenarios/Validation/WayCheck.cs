using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Validation;

/// <summary>
/// Reports attributes that the patients of one stream lack where a stage needs them, though those of another have them: the run would stop at the first
/// such patient, or a length of time would be 0.
/// </summary>
internal sealed class WayCheck
{
    private readonly SystemModel model;
    private readonly SystemDescription description;
    private readonly ProblemList problems;

    private WayCheck(SystemModel model, SystemDescription description, ProblemList problems)
    {
        this.model = model;
        this.description = description;
        this.problems = problems;
    }

    public static void Check(SystemModel model, StageGraph graph, SystemDescription description, ProblemList problems)
    {
        var unset = new MayBeUnset(model, graph);
        var suspects = Enumerable.Range(0, model.Stages.Length)
            .SelectMany(stage => AttributeReads.All(model.Stages[stage], model).Intersect(unset.InStage(stage))).ToHashSet();
        if (suspects.Count > 0)
        {
            new WayCheck(model, description, problems).Follow(suspects, unset);
        }
    }

    private void Follow(HashSet<int> suspects, MayBeUnset unset)
    {
        var followed = Followed(suspects);
        var told = new HashSet<(int Template, int Attribute)>();
        foreach (var stream in model.Streams.Where(stream => stream.To >= 0 && unset.After(stream).Overlaps(suspects)))
        {
            var found = new Dictionary<(int Stage, int Attribute), bool>();
            new PatientWays(model, followed, (stage, attribute, sure) => found[(stage, attribute)] = sure || found.GetValueOrDefault((stage, attribute)))
                .Follow(stream);
            foreach (var ((stage, attribute), sure) in found.Where(pair => pair.Key.Stage >= 0).OrderByDescending(pair => pair.Value))
            {
                if (told.Add((model.Stages[stage].Template, attribute)))
                {
                    Report(stream, stage, attribute, sure);
                }
            }
        }
    }

    /// <summary>The suspects, and the attributes with named values that decide where patients go.</summary>
    private bool[] Followed(HashSet<int> suspects)
    {
        var followed = new bool[model.Attributes.Length];
        foreach (var attribute in
            suspects.Concat(model.Stages.SelectMany(stage => AttributeReads.Deciding(stage, model))
                .Where(attribute => model.Attributes[attribute].Initial < 0)))
        {
            followed[attribute] = true;
        }

        // What is copied is followed to where it comes from.
        var copies = model.Streams.SelectMany(stream => stream.Attributes).Concat(model.Stages.SelectMany(stage => stage.Sets))
            .SelectMany(rule => rule.Branches.Where(branch => branch.Kind == SetKind.Copied).Select(branch => (rule.Attribute, branch.From))).ToList();
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (attribute, from) in copies.Where(copy => followed[copy.Attribute] && !followed[copy.From] && model.Attributes[copy.From].MustBeSet))
            {
                followed[from] = changed = true;
            }
        }

        return followed;
    }

    private void Report(StreamModel stream, int stage, int attribute, bool sure)
    {
        var at = description.Stages[model.Stages[stage].Template].Name;
        var name = model.Attributes[attribute].Name;
        var expected = $"the attribute {name} set before it is needed";
        var found = stream.Observed?.Attributes.Contains(attribute) == true
            ? $"a patient of the stream {stream.Name} without it, whose cell in the list is empty"
            : $"a patient of the stream {stream.Name} without it";
        var hint =
            $"Set it under attributes: of {stream.Template}, or sets: of a stage before; {(model.Attributes[attribute].IsDuration ? "it would be 0 s" : "the run would stop")} here.";
        if (sure)
        {
            problems.Error(at.Where, at.Path, expected, found, hint);
        }
        else
        {
            problems.Warning(at.Where, at.Path, expected, found, hint);
        }
    }
}
