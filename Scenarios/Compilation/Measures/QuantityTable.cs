using FlowSim.Scenarios.Description.Measures;
using FlowSim.Scenarios.Language;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Measures;

/// <summary>The quantities of a plan, each kept once however many measures use it.</summary>
internal sealed class QuantityTable
{
    private readonly List<Quantity> quantities = [];
    private readonly Dictionary<string, int> bySignature = new(StringComparer.Ordinal);

    public Quantity this[int index] => quantities[index];

    public Quantity[] ToArray() => [.. quantities];

    /// <summary>The index of the quantity with this signature; <paramref name="create"/> makes it, given its index, if it is new.</summary>
    /// <param name="signature">What tells it from others.</param>
    /// <param name="create">Makes it.</param>
    /// <param name="squares">It is to keep squares too.</param>
    public int Find(string signature, Func<int, Quantity> create, bool squares)
    {
        if (!bySignature.TryGetValue(signature, out var index))
        {
            index = quantities.Count;
            quantities.Add(create(index));
            bySignature.Add(signature, index);
        }

        quantities[index] = quantities[index] with { Squares = squares || quantities[index].Squares };
        return index;
    }
}
