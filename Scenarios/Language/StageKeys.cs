namespace FlowSim.Scenarios.Language;

/// <summary>Keys of a stage.</summary>
internal static class StageKeys
{
    public static readonly Key RequestPool = new("pool", Kinds.Pool, "The pool, with its instance.") { Required = true };
    public static readonly Key RequestAmount = new("n", Kinds.Units, "How many units of it.") { Default = "1" };
    public static readonly Key RequestAfter = new("after", Kinds.Timer, "How long the patient has waited before this is asked for too.");
    public static readonly Key RequestFor = new("for", Kinds.Time, "Of staff: how long they are needed, if not for the whole stage.");

    /// <summary>A pool that is asked for, written long.</summary>
    public static readonly Section Request =
        new("request", "{ pool: nurse@site, n: 2, after: 2 h, for: 90 min }", [RequestPool, RequestAmount, RequestAfter, RequestFor]);

    public static readonly Key DivertShare = new("share", Kinds.Amount, "How many are diverted.") { Required = true, Example = "8 %" };
    public static readonly Key DivertIf = new("if", Kinds.Condition, "Only while it holds.");
    public static readonly Key DivertTo = new("to", Kinds.Target, "Where to.") { Required = true };

    /// <summary>A share of patients sent elsewhere.</summary>
    public static readonly Section Diversion =
        new("diversion", "{ share: 8 %, if: …, to: … }", [DivertShare, DivertIf, DivertTo, ValueKeys.Status, ValueKeys.Range, .. ValueKeys.Explanation]);

    public static readonly Key GiveUpAfter = new("after", Kinds.Timer, "That long after entering the stage, or after a clock's start.")
    {
        Example = "patience of ed",
    };
    public static readonly Key GiveUpQueue = new("queue", new TextKind("a number of patients"), "At once, if not served at once and so many or more are ahead.")
    {
        Example = "5",
    };
    public static readonly Key GiveUpTo = new("to", Kinds.Target, "Where to.") { Required = true };

    /// <summary>A reason to give up waiting.</summary>
    public static readonly Section GivingUp = new("giving up", "{ after: 4 h, to: … } or { queue: 10, to: … }",
        [GiveUpAfter, GiveUpQueue, GiveUpTo, .. ValueKeys.Origin])
    { OneOf = [[GiveUpAfter, GiveUpQueue]] };

    public static readonly Key BackPriority = new("priority", new TextKind("a rank from 1 to 63"), "The rank in the lists of the places wanted before.")
    {
        Required = true,
    };
    public static readonly Key BackDuring = new("during", Kinds.Calendar, "The hours in which patients are moved.") { Example = "daily 08:00-20:00" };

    /// <summary>Moving back to an earlier alternative.</summary>
    public static readonly Section MovingBack = new("moving back", "{ priority: 8, during: daily 08:00-20:00 }", [BackPriority, BackDuring]);

    public static readonly Key Reason = new("reason", new TextKind(DelayNames.ExpectedReason, DelayNames.ReasonPattern), "The reason of the official return.")
    {
        Required = true,
    };
    public static readonly Key Attribution = new("attribution", Kinds.Choice, $"Whose delay it is: {DelayNames.ExpectedAttribution}.") { Required = true };

    /// <summary>Waiting that is an official delay.</summary>
    public static readonly Section Delay = new("delay", "{ reason: A, attribution: nhs }", [Reason, Attribution, .. ValueKeys.Origin]);

    public static readonly Key CensusStream =
        new("stream", new TextKind("the stream that gives the patients their attributes"), "The stream that gives the patients their attributes.")
        {
            Required = true,
        };
    public static readonly Key CensusWaiting = new("waiting", Kinds.Amount, "How many wait for the stage.");
    public static readonly Key CensusInPlace = new("in_place", Kinds.Amount, "How many are in the stage.");
    public static readonly Key CensusSets = new("sets", Kinds.Sets, "Attributes they have beside those of the stream.");

    /// <summary>Patients present at the start.</summary>
    public static readonly Section Census =
        new("initial census", "{ stream: …, waiting: …, in_place: … }", [CensusStream, CensusWaiting, CensusInPlace, CensusSets, .. ValueKeys.Origin]);

    public static readonly Key Each = new("each", Kinds.Each, "Written once, there once for each instance of a dimension, or for each pair of two.")
    {
        Example = "site",
    };
    public static readonly Key Place = new("place", Kinds.Requests, "The pool or pools occupied; keep: stay where you are; none: let go of everything.")
    {
        Default = "none; refused where a patient may arrive holding a place",
        Example = "ward-bed@site",
    };
    public static readonly Key Keep = new("keep", new ListKind(Kinds.PoolOrGroup), "Which of the places held so far are kept beside it.");
    public static readonly Key Staff = new("staff", Kinds.Requests, "The pool or pools needed for the stage's own time.")
    {
        Example = "\"doctor@site + nurse@site\"",
    };
    public static readonly Key Time = new("time", Kinds.Time, "How long it takes, once place and staff are there.")
    {
        Default = "no time",
        Example = "lognormal mean 3.1 d sd 4 d",
    };
    public static readonly Key Then = new("then", Kinds.Choice, "Where next.") { Required = true, Example = "{ community: 12 %, leave: rest }" };
    public static readonly Key Divert =
        new("divert", new NamesKind(new MapKind(Diversion), "a map of names and { share: …, to: … }"), "Who goes elsewhere before then is asked.");
    public static readonly Key Priority = new("priority",
        new ListKind(Kinds.Amount, "a rank from 1 to 63, an attribute or a table, or a list of them with \"after T\""),
        "Who is first in the waiting lists: 1 before 2, down to 63.")
    {
        Default = "1",
        Example = "[ urgency, 1 after 3 h ]",
    };
    public static readonly Key GivesUp =
        new("gives_up", new ListKind(new MapKind(GivingUp)), "When a waiting patient leaves the list, and where to; the earliest reason wins.");
    public static readonly Key MovesBack =
        new("moves_back", new MapKind(MovingBack), "Whether a patient in an alternative moves to a place written before it, when one is free.");
    public static readonly Key Delayed = new("delayed", new MapKind(Delay), "That waiting for this place is an official delay, with its reason.");
    public static readonly Key Clocks = new("clock",
        new EitherKind("clocks", "the name of a clock, a list of them, or a map such as { ed: within 15 min }",
            () => [Kinds.Texts, new NamesKind(new TextKind("within 15 min") { MayBeEmpty = true, Numbers = BareNumbers.None }, "clocks and when each starts")]),
        "The named measurements that the stage belongs to.")
    { Example = "ed" };
    public static readonly Key Sets = new("sets", Kinds.Sets, "Attributes that change on entering.") { Example = "{ pathway: { table: pathway } }" };
    public static readonly Key Adds = new("adds", new NamesKind(Kinds.Amount, "a map of attributes and whole numbers"),
        "Numbers of the patient that are added to when the stage's time begins.")
    {
        Example = "{ miles: { table: distance } }",
    };
    public static readonly Key OldName =
        new("key", new TextKind("the old name of the stage"), "The name whose random numbers it keeps after it has been renamed.");
    public static readonly Key StartsWith =
        new("starts_with", new ListKind(new MapKind(Census)), "Who is in the stage, or waits for it, when a run begins described.");
    public static readonly Key Owner = new("owner", Kinds.Partner, "The partner whose resource it is.");
    public static readonly Key Overrides = new("overrides", new NamesKind(new AnythingKind("the keys that differ"), "instances and the keys that differ there"),
        "What differs at single instances.")
    {
        Hidden = true,
    };

    /// <summary>One step of care.</summary>
    public static readonly Section Stage = new("stage", "a stage: { place: …, time: …, then: … }",
        [Each, Place, Keep, Staff, Time, Then, Divert, Priority, GivesUp, MovesBack, Delayed, Clocks, Sets, Adds, Owner, StartsWith, OldName, Overrides,
            .. ValueKeys.Explanation]);
}
