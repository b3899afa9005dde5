using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Validation;

/// <summary>Attributes whose value parts of a stage or stream need: keys of tables, <c>@attribute</c>, lengths of time.</summary>
internal static class AttributeReads
{
    public static IEnumerable<int> Of(Lookup lookup) => lookup.Keys.Where(key => key.Source == KeySource.Attribute).Select(key => key.Attribute);

    public static IEnumerable<int> Of(TimeRule? rule) =>
        rule is null ? [] : Of(rule.Lookup).Concat(rule.Specs.Where(spec => spec.Kind == TimeKind.Attribute).Select(spec => spec.Attribute));

    public static IEnumerable<int> Of(SetRule rule) => rule.Branches.SelectMany(Of);

    public static IEnumerable<int> Of(SetBranch branch) => Of(branch.Lookup).Concat(Of(branch.Time));

    /// <summary>What a stage needs of those who wait for its place or staff.</summary>
    public static IEnumerable<int> WhileWaiting(StageModel stage) => stage.Priority.Levels.SelectMany(level => Of(level.Lookup).Concat(Of(level.After?.Time)))
        .Concat(stage.GivesUp.SelectMany(reason => Of(reason.After?.Time)))
        .Concat(stage.Place.Concat(stage.Staff).SelectMany(Of))
        .Where(attribute => attribute >= 0);

    /// <summary>Attributes by which a condition chooses a pool or a stage; those that it compares are needed by nobody: unset, they are unequal.</summary>
    public static IEnumerable<int> OfReferences(Expression? condition) => condition is null
        ? []
        : PatientUse.Choosing(condition).Concat(OfReferences(condition.Left)).Concat(OfReferences(condition.Right));

    /// <summary>Everything that a stage needs of a patient, its conditions included.</summary>
    public static IEnumerable<int> All(StageModel stage, SystemModel model) =>
        Of(stage, model).Concat(stage.Adds.SelectMany(rule => Of(rule.Lookup)))
            .Concat(stage.Sets.SelectMany(Of)).Concat(Conditions(stage).SelectMany(OfReferences)).Distinct();

    /// <summary>Attributes by which a stage decides where a patient goes, or what a rule sets.</summary>
    public static IEnumerable<int> Deciding(StageModel stage, SystemModel model) => Conditions(stage).SelectMany(PatientUse.Attributes)
        .Concat(stage.Then.Branches.SelectMany(branch => Of(branch.Lookup)))
        .Concat(StageGraph.EndTargets(stage).Concat(stage.GivesUp.Select(reason => reason.To)).Where(target => target >= 0)
            .SelectMany(target => PatientUse.Choosing(model.Targets[target])))
        .Distinct();

    /// <summary>Everything a stage needs once it was entered and its sets were made.</summary>
    public static IEnumerable<int> Of(StageModel stage, SystemModel model) =>
        Of(stage.Time)
            .Concat(stage.Then.Branches.SelectMany(branch => Of(branch.Lookup)))
            .Concat(stage.Diversions.SelectMany(diversion => Of(diversion.Lookup)))
            .Concat(stage.Priority.Levels.SelectMany(level => Of(level.Lookup).Concat(Of(level.After?.Time))))
            .Concat(stage.GivesUp.SelectMany(reason => Of(reason.After?.Time)))
            .Concat(stage.Delayed is { } delayed ? Of(delayed.Lookup) : [])
            .Concat(stage.Place.Concat(stage.Staff).SelectMany(Of))
            .Concat(StageGraph.EndTargets(stage).Concat(stage.GivesUp.Select(reason => reason.To)).Where(target => target >= 0)
                .SelectMany(target => PatientUse.Choosing(model.Targets[target])))
            .Where(attribute => attribute >= 0)
            .Distinct();

    /// <summary>What a stage's conditions look at: an unset attribute makes them false, but does not stop the run.</summary>
    public static IEnumerable<int> OfConditions(StageModel stage) =>
        Conditions(stage).SelectMany(PatientUse.Attributes).Distinct();

    private static IEnumerable<Expression?> Conditions(StageModel stage) => stage.Then.Branches.Select(branch => branch.If)
        .Concat(stage.Diversions.Select(diversion => diversion.If))
        .Concat(stage.Sets.SelectMany(rule => rule.Branches).Select(branch => branch.If));

    private static IEnumerable<int> Of(Bundle bundle) => bundle.Items.SelectMany(item => PatientUse.Choosing(item.Pool))
        .Concat(Of(bundle.After?.Time)).Concat(Of(bundle.For));
}
