namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>
/// A hospital of a few pools, gone through by hand as <c>docs/law.md</c> says, with none of the engine's code: every second in turn is the next at which anything
/// can happen, and every list is sorted anew each time. Each stage asks for one pool; a place is kept until the next one is taken.
/// </summary>
internal sealed class ByHand(IReadOnlyList<HandPool> pools, IReadOnlyList<HandPatient> patients)
{
    private readonly List<(int Pool, int Amount, int Until)> cleaning = [];
    private int now;

    /// <summary>What becomes of everybody, up to a time [s].</summary>
    public void Run(int end)
    {
        for (now = Next(-1); now < end; now = Next(now))
        {
            cleaning.RemoveAll(units => units.Until <= now);
            foreach (var patient in patients.Where(patient => patient.EndsAt == now).ToList())
            {
                GoOn(patient);
            }

            Serve();
            foreach (var patient in patients.Where(patient => patient.IsWaiting && now == patient.Since + patient.Stage.RisesAfter).ToList())
            {
                patient.Rank = 1;
            }

            Serve();
            foreach (var patient in patients.Where(patient => patient.Comes == now).ToList())
            {
                GoOn(patient);
            }

            Serve();
            foreach (var patient in patients.Where(patient => patient.IsWaiting && now == patient.Since + patient.Stage.Patience).ToList())
            {
                GiveUp(patient);
            }

            Serve();
        }
    }

    private int Next(int after) => patients
        .SelectMany(patient => new[] { patient.Comes, patient.EndsAt, patient.Since + patient.Stage.RisesAfter, patient.Since + patient.Stage.Patience })
        .Concat(cleaning.Select(units => units.Until)).Concat(pools.SelectMany(pool => pool.Changes))
        .Where(time => time > after).DefaultIfEmpty(int.MaxValue).Min();

    /// <summary>To the next stage, where the wait begins; after the last one the patient leaves.</summary>
    private void GoOn(HandPatient patient)
    {
        patient.EndsAt = HandPatient.Never;
        patient.At++;
        if (patient.At == patient.Stages.Count)
        {
            LetGo(patient);
            patient.Left = now;
            return;
        }

        (patient.IsWaiting, patient.Since, patient.Rank) = (true, now, patient.Stage.Rank);
    }

    private void GiveUp(HandPatient patient)
    {
        patient.IsWaiting = false;
        patient.GaveUp = now;
        LetGo(patient);
    }

    private void Serve()
    {
        while (Enumerable.Range(0, pools.Count).Any(GiveOne))
        {
        }

        // Who began to wait now and has too many before him or her goes; what is held comes free for others.
        if (patients.FirstOrDefault(patient => patient.IsWaiting && patient.Since == now && Before(patient) >= patient.Stage.Queue) is { } one)
        {
            GiveUp(one);
            Serve();
        }
    }

    private int Before(HandPatient patient) => List(patient.Stage.Pool).TakeWhile(other => other != patient).Count();

    private IEnumerable<HandPatient> List(int pool) =>
        patients.Where(patient => patient.IsWaiting && patient.Stage.Pool == pool).OrderBy(patient => patient.Rank).ThenBy(patient => patient.Since);

    /// <summary>The first in the list, or nobody.</summary>
    private bool GiveOne(int pool)
    {
        if (!pools[pool].Takes(now) || List(pool).FirstOrDefault() is not { } first || Free(pool) < first.Stage.Amount)
        {
            return false;
        }

        LetGo(first);
        first.IsWaiting = false;
        first.Holds = (pool, first.Stage.Amount);
        first.Taken.Add(now);
        first.EndsAt = now + first.Stage.Length;
        return true;
    }

    private int Free(int pool) => pools[pool].Capacity(now)
        - patients.Where(patient => patient.Holds.Pool == pool).Sum(patient => patient.Holds.Amount)
        - cleaning.Where(units => units.Pool == pool).Sum(units => units.Amount);

    private void LetGo(HandPatient patient)
    {
        var (pool, amount) = patient.Holds;
        if (pool >= 0 && pools[pool].Turnaround > 0)
        {
            cleaning.Add((pool, amount, now + pools[pool].Turnaround));
        }

        patient.Holds = (-1, 0);
    }
}
