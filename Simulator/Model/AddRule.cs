namespace FlowSim.Simulator.Model;

/// <summary>A number of the patient to which a stage adds when its time begins (docs/law.md, sentence 6.4).</summary>
public sealed class AddRule
{
    /// <summary>Attribute that is added to.</summary>
    public required int Attribute { get; init; }

    /// <summary>The cell of <see cref="Amounts"/> that applies.</summary>
    public required Lookup Lookup { get; init; }

    /// <summary>Whole numbers of at least 0, by cell.</summary>
    public required int[] Amounts { get; init; }
}
