using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Validation;

/// <summary>
/// Reports names that may be any text and are one slip from another that is in use: groups, owners, diversions, topics of measures.
/// An exit that nobody takes and an attribute that nothing reads are told in any case.
/// </summary>
internal sealed class NameSlipCheck
{
    private readonly SystemDescription description;
    private readonly CompileContext context;

    private NameSlipCheck(SystemDescription description, CompileContext context)
    {
        this.description = description;
        this.context = context;
    }

    public static void Check(SystemDescription description, SystemModel model, CompileContext context)
    {
        var check = new NameSlipCheck(description, context);
        check.Owners();
        check.Groups();
        check.Diversions();
        check.Exits(model);
        check.Topics();
    }

    /// <summary>Where no partners are declared any text is an owner.</summary>
    private void Owners()
    {
        List<Written> owners =
        [
            .. description.Pools.SelectMany(pool => pool.Owner?.Named ?? []),
            .. description.Stages.Select(stage => stage.Owner).OfType<Written>(),
        ];
        RefuseSlips(description.Partners.Count > 0 ? [] : owners, "an owner that others have too, or a name of its own");
    }

    private void Groups() =>
        RefuseSlips([.. description.Pools.Select(pool => pool.Group).OfType<Written>()], "a group that others are in too, or a name of its own");

    /// <summary>A measure of a misspelt topic is missing in the chart of the others.</summary>
    private void Topics()
    {
        var titled = description.Titles.Select(title => title.Name.Text).ToHashSet(StringComparer.Ordinal);
        List<Written> topics = [.. description.Measures.Select(measure => measure.Words.Topic).OfType<Written>()];
        RefuseSlips(topics, "a topic that others have too, or that has a title, or a name of its own", titled.Contains);
    }

    /// <summary>The name of a diversion keys its random numbers: two that differ by a slip do not share them.</summary>
    private void Diversions()
    {
        Written[] names = [.. description.Stages.SelectMany(stage => stage.Diversions).Select(diversion => diversion.Name).DistinctBy(name => name.Text)];
        foreach (var name in names.Where(name => context.Scenarios.MayBeUnread(name.Text, name.Where)))
        {
            if (Slip.Of(name.Text, names.Select(other => other.Text)) is { } near)
            {
                context.Problems.Error(name.Where, name.Path, "the name of a diversion that is not one slip from another", name.Text,
                    $"Did you mean \"{near}\"?");
            }
        }
    }

    /// <summary>A name used once, one slip from one that is used more often or is read elsewhere (a topic: has a title).</summary>
    private void RefuseSlips(List<Written> names, string expected, Predicate<string>? isRead = null)
    {
        isRead ??= context.Uses.IsGroupRead;
        var often = names.GroupBy(name => name.Text).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        foreach (var name in names.Where(name => often[name.Text] == 1 && context.Scenarios.MayBeUnread(name.Text, name.Where) && !isRead(name.Text)))
        {
            if (Slip.Of(name.Text, often.Keys.Where(other => often[other] > 1 || isRead(other))) is { } near)
            {
                context.Problems.Error(name.Where, name.Path, expected, name.Text, $"Did you mean \"{near}\"?");
            }
        }
    }

    private void Exits(SystemModel model)
    {
        foreach (var exit in description.Exits)
        {
            var index = context.FindExit(exit.Text);
            if (index > 0 && context.Scenarios.MayBeUnread(exit.Text, exit.Where) && !Array.Exists(model.Targets, target => target.Exit == index))
            {
                context.Problems.Warning(exit.Where, exit.Path, "an exit that somebody takes", exit.Text, "Lead to it, or remove it.");
            }
        }
    }
}
