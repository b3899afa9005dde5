using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Measures;

/// <summary>Turns what was counted into rows: years, months, all; the system first, then the instances.</summary>
internal static class ResultBuilder
{
    public static ReplicationResult Build(SystemModel model, Recorder recorder, long events)
    {
        var periods = recorder.Periods!;
        var rows = new List<ResultRow>();
        var flows = new List<FlowRow>();
        foreach (var period in PeriodSums.Of(model, recorder))
        {
            var declared = new DeclaredMeasures(model, recorder.Layout, period);
            declared.AddTo(rows);
            if (period.Kind is PeriodKind.Year or PeriodKind.All)
            {
                new GenericMeasures(model, recorder.Layout, period).AddTo(rows);
                AddFlows(model, recorder.Layout, period, flows);
            }
        }

        return new ReplicationResult
        {
            Rows = rows,
            Timelines = recorder.Timelines.Report(),
            Flows = flows,
            Demands = DemandReport.Of(model, recorder),
            Events = events,
            FirstDay = model.Run.FirstDay.AddDays(periods.MonthStarts[0] / SimTime.Day),
        };
    }

    private static void AddFlows(SystemModel model, RecorderLayout layout, PeriodSums period, List<FlowRow> flows)
    {
        var days = period.Length / (double)SimTime.Day;
        for (var source = 0; source < layout.FlowSources; source++)
        {
            for (var target = 0; target < layout.FlowTargets; target++)
            {
                var moved = period.Flow(source, target);
                if (moved > 0)
                {
                    flows.Add(new FlowRow(period.Name, SourceName(model, source), TargetName(model, target), PlaceName(model, source, target), moved / days));
                }
            }
        }
    }

    private static string SourceName(SystemModel model, int source) =>
        source < model.Stages.Length ? model.StageTemplates[model.Stages[source].Template] : model.Streams[source - model.Stages.Length].Template;

    private static string TargetName(SystemModel model, int target) =>
        target < model.Stages.Length ? model.StageTemplates[model.Stages[target].Template] : model.Exits[target - model.Stages.Length];

    /// <summary>The instance moved to, else the one left, else the system.</summary>
    private static string PlaceName(SystemModel model, int source, int target)
    {
        if (target < model.Stages.Length && model.Stages[target].Instance >= 0)
        {
            return model.Dimensions[model.Stages[target].EachDimension].Instances[model.Stages[target].Instance];
        }

        if (source < model.Stages.Length)
        {
            var stage = model.Stages[source];
            return stage.Instance < 0 ? ResultRow.WholeSystem : model.Dimensions[stage.EachDimension].Instances[stage.Instance];
        }

        var stream = model.Streams[source - model.Stages.Length];
        return stream.Instance < 0 ? ResultRow.WholeSystem : model.Dimensions[stream.EachDimension].Instances[stream.Instance];
    }
}
