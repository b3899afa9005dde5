using FlowSim.Simulator.Model;

namespace FlowSim.Tests.Analytic;

/// <summary>A system in the model language whose answers are known exactly.</summary>
/// <param name="Name">Its place in the table, such as "c = 5, ρ = 0.8".</param>
/// <param name="Compile">The system, compiled.</param>
/// <param name="Values">The answers.</param>
internal sealed record ExactSystem(string Name, Func<SystemModel> Compile, IReadOnlyList<ExactValue> Values)
{
    /// <summary>Replications of the first run; the second has twice as many.</summary>
    public int Replications { get; init; } = 20;

    /// <summary>What must hold in every replication for theory to be about this system at all.</summary>
    public IReadOnlyList<(string What, Func<Replications, bool> Holds)> Conditions { get; init; } = [];

    /// <summary>A system from its text.</summary>
    public static ExactSystem Of(string name, string yaml, params ExactValue[] values) => new(name, () => ModelText.Compile(yaml), values);

    /// <summary>Runs the replications, and once more, with other random numbers, if theory lies outside an interval.</summary>
    /// <param name="section">Title of its section, which with the name makes its seed.</param>
    public IReadOnlyList<Check> Checks(string section)
    {
        var (model, name) = (Compile(), $"{section}/{Name}");
        var first = Analytic.Replications.Of(model, Replications, Theory.SeedOf(Theory.FirstSeed, name));
        var second = new Lazy<Replications>(() => Analytic.Replications.Of(model, 2 * Replications, Theory.SeedOf(Theory.SecondSeed, name)));
        Assert.That(Conditions.Where(condition => !condition.Holds(first))
            .Select(condition => condition.What), Is.Empty, "conditions of the theory that do not hold");
        return [.. Values.Select(value => value.On(first, second))];
    }
}
