using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Description;

/// <summary>Whose a pool is, as written: one partner's, a dimension's (each instance is its own), or at each instance somebody's.</summary>
/// <param name="Everywhere">The one partner, or the dimension; null where it goes by the instance.</param>
/// <param name="ByInstance">Instances and their partners; <c>*</c> stands for all others.</param>
internal sealed record OwnerDescription(Written? Everywhere, IReadOnlyList<(Written Instance, Written Partner)> ByInstance)
{
    /// <summary>All others than those named.</summary>
    public const string Others = "*";

    /// <summary>Every owner that is named, in the order written.</summary>
    public IEnumerable<Written> Named => Everywhere is { } one ? [one] : ByInstance.Select(at => at.Partner);

    /// <summary>Whose it is at an instance, or null if that is not said.</summary>
    public Written? At(string instance) => Everywhere ?? Find(instance) ?? Find(Others);

    /// <summary>Read from the value of the key; null where there is none or after a problem.</summary>
    public static OwnerDescription? Read(MapReader reader, Language.Key key)
    {
        if (reader.Take(key) is not MapNode)
        {
            return reader.Text(key) is { } one ? new OwnerDescription(one, []) : null;
        }

        var byInstance = reader.Names(key)
            .Select(entry => (entry.Name, Partner: reader.Binding.Text(entry.Value, entry.Name.Path, Language.Kinds.Partner.Expected)))
            .Where(entry => entry.Partner is not null).Select(entry => (entry.Name, entry.Partner!)).ToList();
        return byInstance.Count > 0 ? new OwnerDescription(null, byInstance) : null;
    }

    private Written? Find(string instance) => ByInstance.Where(at => at.Instance.Text == instance).Select(at => at.Partner).FirstOrDefault();
}
