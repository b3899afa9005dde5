using FlowSim.Benchmarks.SimSharp;

return SimSharpCommand.Run(args);
