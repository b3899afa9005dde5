namespace FlowSim.Plots.Svg;

/// <summary>A mark on an axis of days: which day [from 0], and what is written there.</summary>
internal readonly record struct DayMark(int Day, string Label);
