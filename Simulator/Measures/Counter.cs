using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Measures;

/// <summary>A quantity as it is counted: its conditions and where its cells stand, side by side, so that counting follows no references.</summary>
internal readonly struct Counter
{
    private readonly Expression? where;
    private readonly string? reason;
    private readonly int within;
    private readonly int over;
    private readonly int places;
    private readonly int groups;
    private readonly int placeAttribute;
    private readonly int groupAttribute;

    public Counter(Quantity quantity, int firstCell, int firstHistogram, int firstSquare, int places, int groups)
    {
        where = quantity.Where;
        reason = quantity.Reason;
        within = quantity.Within < 0 ? int.MaxValue : quantity.Within;
        over = quantity.Over;
        this.places = places;
        this.groups = groups;
        placeAttribute = places == 1 ? -1 : quantity.ByAttribute;
        groupAttribute = groups == 1 ? -1 : quantity.GroupAttribute;
        FirstCell = firstCell;
        FirstHistogram = quantity.Histogram ? firstHistogram : -1;
        FirstSquare = quantity.Squares ? firstSquare : -1;
        KeepsMore = quantity.Histogram || quantity.Squares;
        SumsLengths = quantity.Kind is QuantityKind.VisitTime or QuantityKind.WaitTime or QuantityKind.EndedWaitTime or QuantityKind.ServiceTime
            or QuantityKind.Added or QuantityKind.Carried;
        Part = quantity.Part;
    }

    /// <summary>First of the cells [place * groups + group].</summary>
    public int FirstCell { get; }

    /// <summary>First of the histograms, in the order of the cells, or -1: none are kept.</summary>
    public int FirstHistogram { get; }

    /// <summary>First of the sums of squares, in the order of the cells, or -1: none are kept.</summary>
    public int FirstSquare { get; }

    /// <summary>Histograms or squares are kept.</summary>
    public bool KeepsMore { get; }

    /// <summary>Adds up lengths [s], or amounts; otherwise it counts.</summary>
    public bool SumsLengths { get; }

    public WaitPart Part { get; }

    /// <summary>True when a length of this patient counts.</summary>
    public bool Includes(Evaluator evaluator, int patient, int now, int length) =>
        length <= within && (over < 0 || length > over) && (where is null || evaluator.Holds(where, patient, now));

    /// <summary>True when giving up for a reason counts.</summary>
    public bool IsFor(string given) => reason is null || reason == given;

    /// <summary>The cell in which a patient counts, from <see cref="FirstCell"/>.</summary>
    public int CellOf(PatientStore patients, int patient)
    {
        if (places == 1 && groups == 1)
        {
            return 0;
        }

        var values = patients.ValuesOf(patient);
        var place = placeAttribute < 0 ? -1 : values[placeAttribute];
        var group = groupAttribute < 0 ? -1 : values[groupAttribute];
        return ((place < 0 ? places - 1 : place) * groups) + (group < 0 ? groups - 1 : group);
    }
}
