using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Description;

/// <summary>What a stage says about the patient's place.</summary>
internal enum PlaceForm : byte
{
    /// <summary>Nothing: as <see cref="None"/>, and refused where a predecessor may hold a place.</summary>
    LeftOut,

    None,

    Keep,

    Request,
}

/// <summary>One step of care, as written.</summary>
internal sealed record StageDescription
{
    public required Written Name { get; init; }

    /// <summary>What a reader sees in place of its name; empty: the name read as words.</summary>
    public string Title { get; init; } = "";

    public Written? Each { get; init; }

    public PlaceForm PlaceForm { get; init; }

    public IReadOnlyList<RequestDescription> Place { get; init; } = [];

    /// <summary>Pools or groups whose places are not let go.</summary>
    public IReadOnlyList<Written> Keep { get; init; } = [];

    public IReadOnlyList<RequestDescription> Staff { get; init; } = [];

    /// <summary>Null: no time at all.</summary>
    public TimeDescription? Time { get; init; }

    public required ChoiceDescription Then { get; init; }

    public IReadOnlyList<DiversionDescription> Diversions { get; init; } = [];

    /// <summary>Levels in written order; empty: rank 1.</summary>
    public IReadOnlyList<AmountDescription> Priority { get; init; } = [];

    public IReadOnlyList<GivingUpDescription> GivesUp { get; init; } = [];

    public MovingBackDescription? MovesBack { get; init; }

    public DelayDescription? Delayed { get; init; }

    public IReadOnlyList<ClockDescription> Clocks { get; init; } = [];

    public IReadOnlyList<SetDescription> Sets { get; init; } = [];

    /// <summary>Numbers that are added to when the time begins, in written order.</summary>
    public IReadOnlyList<(Written Attribute, AmountDescription Amount)> Adds { get; init; } = [];

    /// <summary>Name that keys the draws, when the stage was renamed.</summary>
    public Written? Key { get; init; }

    public IReadOnlyList<InitialCensusDescription> StartsWith { get; init; } = [];

    public Written? Owner { get; init; }

    /// <summary>The stage as it is at single instances, where a scenario changed it there only.</summary>
    public IReadOnlyDictionary<string, StageDescription> Overrides { get; init; } = new Dictionary<string, StageDescription>();

    /// <summary>The description that holds at an instance.</summary>
    public StageDescription At(string instance) => Overrides.GetValueOrDefault(instance, this);
}

/// <summary>Pools asked for together, as text or written long.</summary>
internal sealed record RequestDescription
{
    /// <summary>Such as <c>2 of nurse@site + doctor@site after 2 h</c>.</summary>
    public required Written Text { get; init; }

    /// <summary>Long form: amount of a single pool.</summary>
    public Written? Amount { get; init; }

    /// <summary>Long form of <c>after</c>.</summary>
    public TimerDescription? After { get; init; }

    /// <summary>Long form of <c>for</c>.</summary>
    public TimeDescription? For { get; init; }
}

/// <summary>A share of patients sent elsewhere.</summary>
internal sealed record DiversionDescription(Written Name, AmountDescription Share, Written? If, Written To);

/// <summary>A reason to give up waiting; either a time or a length of the queue.</summary>
internal sealed record GivingUpDescription(TimerDescription? After, Written? Queue, Written To);

/// <summary>Moving back to an earlier alternative.</summary>
internal sealed record MovingBackDescription(Written Priority, Written? During);

/// <summary>Official reason and attribution of a delay.</summary>
internal sealed record DelayDescription(Written Reason, ChoiceDescription Attribution);

/// <summary>A clock of a stage; <paramref name="Within"/> is the delay after entry at which it starts at the latest, or null.</summary>
internal sealed record ClockDescription(Written Name, Written? Within);

/// <summary>Patients present when a run begins described.</summary>
internal sealed record InitialCensusDescription(Written Stream, AmountDescription? Waiting, AmountDescription? InPlace, IReadOnlyList<SetDescription> Sets);
