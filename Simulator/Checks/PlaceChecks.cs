using System.Runtime.InteropServices;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Checks;

/// <summary>Nobody is in two places but by <c>keep</c>: places change only when a place is taken or let go, and then to what the stage says.</summary>
internal sealed class PlaceChecks
{
    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly HoldingStore holdings;
    private readonly Evaluator evaluator;
    private readonly Findings findings;
    private readonly List<int> placesNow = [];

    public PlaceChecks(RunState run, Findings findings)
    {
        (this.run, this.findings) = (run, findings);
        (patients, holdings, evaluator) = (run.Patients, run.Holdings, run.Evaluator);
    }

    /// <summary>Told of every step of a patient when it is made.</summary>
    public void CheckStep(TraceStep step, int patient, InvariantMemory memory)
    {
        memory.Touched.Add(patient);
        if (step == TraceStep.Entered)
        {
            // Who gives up here before the place is taken goes on with what has started.
            memory.Of(patient).ClockMask |= StartingWithin(run.Model.Stages[patients.Items[patient].Stage]);
        }
        else if (step == TraceStep.Taken)
        {
            CheckTaken(patient, memory);
        }
        else if (step == TraceStep.MovedBack)
        {
            CheckMovedBack(patient, memory);
        }
    }

    private void CheckTaken(int patient, InvariantMemory memory)
    {
        ref var known = ref memory.Of(patient);
        ref var item = ref patients.Items[patient];
        var stage = run.Model.Stages[item.Stage];
        FindPlaces(patient);
        var isRight = stage.PlaceMode switch
        {
            PlaceMode.Keep => known.Places is null || HoldsAsKnown(known),
            PlaceMode.None => placesNow.TrueForAll(place => IsKept(stage, PoolOfPlace(place))),
            _ => Array.Exists(stage.Place, bundle => IsBundleAndKept(patient, stage, bundle)),
        };
        if (!isRight)
        {
            throw findings.BrokenFor(Invariant.OnePlace, patient, $"holds {NamesOf(placesNow)} after taking the place of {stage.Name}");
        }

        RememberPlaces(ref known);
        known.ClockMask = stage.ClockMask;
    }

    /// <summary>A patient who moved back left one alternative of a stage for an earlier one, and nothing else.</summary>
    private void CheckMovedBack(int patient, InvariantMemory memory)
    {
        ref var known = ref memory.Of(patient);
        if (known.Places is not { } before)
        {
            return;
        }

        FindPlaces(patient);
        var gone = WithoutThoseOf(before, placesNow);
        var came = WithoutThoseOf(placesNow, before);
        if (!Array.Exists(run.Model.Stages, stage => stage.MovesBack is not null && IsMoveWithin(stage, gone, came)))
        {
            throw findings.BrokenFor(Invariant.OnePlace, patient, $"holds {NamesOf(placesNow)} after moving back from {NamesOf(before)}");
        }

        RememberPlaces(ref known);
    }

    private bool IsMoveWithin(StageModel stage, List<int> gone, List<int> came)
    {
        for (var later = 1; later < stage.Place.Length; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                var (from, to) = (stage.Place[later], stage.Place[earlier]);
                if (gone.TrueForAll(place => IsOneOf(from, place)) && came.TrueForAll(place => IsOneOf(to, place)) && (gone.Count > 0 || came.Count > 0))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static List<int> WithoutThoseOf(IEnumerable<int> places, IEnumerable<int> others)
    {
        var rest = new List<int>(places);
        foreach (var place in others)
        {
            rest.Remove(place);
        }

        return rest;
    }

    public void CheckPlaces(int patient, InvariantMemory memory)
    {
        ref var known = ref memory.Of(patient);
        ref var item = ref patients.Items[patient];
        if (known.Places is null && item.Phase != Phase.WaitingForPlace && item.TakenAt > memory.ModelSince)
        {
            CheckTaken(patient, memory);
            return;
        }

        FindPlaces(patient);
        if (known.Places is null)
        {
            RememberPlaces(ref known);
            known.ClockMask = memory.ModelSince < 0 ? patients.Running[patient] : -1;
        }
        else if (!HoldsAsKnown(known))
        {
            throw findings.BrokenFor(Invariant.OnePlace, patient, $"holds {NamesOf(placesNow)}, which is not what was taken last");
        }
    }

    /// <summary>One bundle of the stage, each part once, and beside it only what the stage keeps.</summary>
    private bool IsBundleAndKept(int patient, StageModel stage, Bundle bundle)
    {
        Span<bool> claimed = stackalloc bool[placesNow.Count];
        foreach (var (poolRef, amount) in bundle.Items)
        {
            var pool = evaluator.PoolOf(poolRef, patient);
            var at = placesNow.FindIndex(0, place => PoolOfPlace(place) == pool && AmountOf(place) == amount);
            at = at >= 0 ? at : placesNow.FindIndex(place => PoolOfPlace(place) == pool && AmountOf(place) >= amount && IsKept(stage, pool));
            if (at < 0 || claimed[at])
            {
                return false;
            }

            claimed[at] = true;
        }

        for (var index = 0; index < placesNow.Count; index++)
        {
            if (!claimed[index] && !IsKept(stage, PoolOfPlace(placesNow[index])))
            {
                return false;
            }
        }

        return true;
    }

    private void FindPlaces(int patient)
    {
        placesNow.Clear();
        foreach (var at in run.HoldingsOf(patient))
        {
            ref var holding = ref holdings.Items[at];
            if (!holding.IsStaff)
            {
                placesNow.Add((holding.Pool << 16) | (ushort)holding.Amount);
            }
        }

        placesNow.Sort();
    }

    private bool HoldsAsKnown(in PatientMemory known) => CollectionsMarshal.AsSpan(placesNow).SequenceEqual(known.Places);

    private void RememberPlaces(ref PatientMemory known)
    {
        if (known.Places is null || !HoldsAsKnown(known))
        {
            known.Places = placesNow.Count == 0 ? [] : [.. placesNow];
        }
    }

    /// <summary>True for any instance of a pool of the bundle: the attribute that chose it may have changed since.</summary>
    private bool IsOneOf(Bundle bundle, int place)
    {
        var template = run.Model.Pools[PoolOfPlace(place)].Template;
        return Array.Exists(bundle.Items, item => item.Pool.Pool >= 0
            ? item.Pool.Pool == PoolOfPlace(place)
            : Array.Exists(item.Pool.ByValue, pool => pool >= 0 && run.Model.Pools[pool].Template == template));
    }

    private string NamesOf(IReadOnlyCollection<int> places) =>
        places.Count == 0 ? "no place" : string.Join(", ", places.Select(place => $"{AmountOf(place)} of {run.Model.Pools[PoolOfPlace(place)].Name}"));

    private static bool IsKept(StageModel stage, int pool) => stage.Keep is { } keep && keep[pool];

    private static int PoolOfPlace(int place) => place >> 16;

    private static int AmountOf(int place) => place & 0xFFFF;

    public static int StartingWithin(StageModel stage)
    {
        var mask = 0;
        foreach (var use in stage.Clocks)
        {
            mask |= use.Within >= 0 ? 1 << use.Clock : 0;
        }

        return mask;
    }
}
