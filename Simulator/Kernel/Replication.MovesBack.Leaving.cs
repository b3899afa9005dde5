using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Kernel;

/// <summary>What a patient who moves back lets go: of several places of one pool the one that was taken with the alternative (sentence 10).</summary>
public sealed partial class Replication
{
    /// <summary>Lets go the alternative that begins with a pool, as far as it is not part of the bundle moved to.</summary>
    private void MoveFrom(int patient, int leaves, Bundle to, int newestBefore)
    {
        var left = AlternativeHeld(patient, to.Id, leaves) ?? throw new System.Diagnostics.UnreachableException("a patient moves back from a place that is no alternative of the stage");
        Span<int> gone = stackalloc int[left.Items.Length];
        gone[0] = NewestOf(leaves, newestBefore);
        for (var index = 1; index < gone.Length; index++)
        {
            gone[index] = TakenWith(gone[..index], left.Items[index].Pool, newestBefore);
        }

        foreach (var at in gone)
        {
            if (at != None && !IsEnoughForPartOf(to, at, patient))
            {
                LetGoOne(patient, at);
            }
        }
    }

    private int NewestOf(int pool, int newest)
    {
        var at = newest;
        while (at != None && (holdings.Items[at].IsStaff || holdings.Items[at].Pool != pool))
        {
            at = holdings.Items[at].Next;
        }

        return at;
    }

    /// <summary>
    /// The holding of a further part: the parts of a bundle are taken one after the other, so what is newer than the first but next to it. A place of a
    /// later stage is newer still, one kept from an earlier stage older; that one is meant only if it was a part already when the rest was taken.
    /// </summary>
    private int TakenWith(ReadOnlySpan<int> parts, PoolRef pool, int newest)
    {
        var (found, isOlder) = (None, false);
        for (var at = newest; at != None && !(isOlder && found != None); at = holdings.Items[at].Next)
        {
            isOlder |= at == parts[0];
            if (!holdings.Items[at].IsStaff && MayMean(pool, holdings.Items[at].Pool) && !parts.Contains(at))
            {
                found = at;
            }
        }

        return found;
    }

    private bool IsEnoughForPartOf(Bundle bundle, int at, int patient)
    {
        foreach (ref readonly var part in bundle.Items.AsSpan())
        {
            if (evaluator.PoolOf(part, patient) == holdings.Items[at].Pool && holdings.Items[at].Amount >= part.Amount)
            {
                return true;
            }
        }

        return false;
    }

    private void LetGoOne(int patient, int gone)
    {
        ref var item = ref patients.Items[patient];
        var previous = None;
        for (var at = item.FirstHolding; at != gone; at = holdings.Items[at].Next)
        {
            previous = at;
        }

        var holding = holdings.Items[gone];
        Unlink(ref item, previous, holding.Next);
        holdings.Remove(gone);
        Return(patient, holding.Pool, holding.Amount);
    }
}
