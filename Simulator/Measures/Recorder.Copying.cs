using FlowSim.Simulator.Saving;

namespace FlowSim.Simulator.Measures;

/// <summary>What a recorder takes over from another, in memory or from where it was saved.</summary>
internal sealed partial class Recorder
{
    /// <summary>Takes the time-weighted state over from another recorder of a like system (a branch).</summary>
    public void StartAt(int now)
    {
        Array.Fill(stageTouchedAt, now);
        Array.Fill(delayedTouchedAt, now);
        occupancy.StartAt(now);
        Presence?.StartAt(now);
        Demand?.StartAt(now);
    }

    /// <summary>What has happened in this very second since another recorder of a like system closed its window.</summary>
    public void CarryOver(Recorder other)
    {
        if (month.IsLike(other.month) && year.IsLike(other.year))
        {
            month.CopyFrom(other.month);
            year.CopyFrom(other.year);
        }
    }

    /// <summary>Saves what a branch carries over, or makes it what was saved.</summary>
    public void Transfer(StateStream state)
    {
        month.Transfer(state);
        year.Transfer(state);
        Demand?.Transfer(state);
    }

    /// <summary>Goes on with the open window of another recorder of a like system, whose sums go up to now; what it has counted is copied.</summary>
    public void GoOnFrom(Recorder other, int now)
    {
        Periods = other.Periods;
        months = Array.ConvertAll(other.months, CopyOf);
        years = Array.ConvertAll(other.years, CopyOf);
        Timelines.GoOnFrom(other.Timelines);
        (monthIndex, IsMeasuring, NextBoundary, SumsSince) = (other.monthIndex, other.IsMeasuring, other.NextBoundary, other.SumsSince);
        (month, year) = (months[monthIndex], years[Periods!.YearOfMonth[monthIndex]]);
        if (other.Demand is { } demand)
        {
            Demand?.GoOnFrom(demand, monthIndex, now);
        }
    }

    private MonthRecord CopyOf(MonthRecord record)
    {
        var copy = new MonthRecord(model, Layout);
        copy.CopyFrom(record);
        copy.CopyCensusesFrom(record);
        return copy;
    }

    private YearRecord CopyOf(YearRecord record)
    {
        var copy = new YearRecord(model, Layout);
        copy.CopyFrom(record);
        copy.CopyOccupancyFrom(record);
        return copy;
    }
}
