using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Reading;

namespace FlowSim.Scenarios.Sensitivity;

/// <summary>A folder that <c>sensitivity</c> has written, read back.</summary>
public sealed class ScreenedFolder
{
    /// <summary>How it was run.</summary>
    public required RunFacts Run { get; init; }

    /// <summary>The system in words.</summary>
    public required SystemFacts System { get; init; }

    /// <summary>Every index of every factor and measure.</summary>
    public required IReadOnlyList<SensitivityIndex> Indices { get; init; }

    /// <summary>The period that is shown unless another is asked for.</summary>
    public string ShownPeriod => Periods.Shown(Indices.Select(row => row.Key.Period), Run.EndsYear);

    /// <summary>True for a folder that a sensitivity analysis has written.</summary>
    /// <param name="folder">Any path.</param>
    public static bool Is(string folder) => File.Exists(Path.Combine(folder, SensitivityIndex.FileName));

    /// <summary>Reads it.</summary>
    /// <param name="folder">A folder that <c>sensitivity</c> has written.</param>
    /// <exception cref="ResultFolderException">The folder or a file is not there or cannot be read, or a run has not finished writing it.</exception>
    /// <exception cref="ResultContentException">A file does not hold what it should.</exception>
    public static ScreenedFolder Read(string folder)
    {
        var source = ResultSource.Open(folder);
        var read = new ScreenedFolder { Run = source.Run, System = SystemFactsReader.Read(source), Indices = SensitivityIndex.Read(source) };
        source.DemandUnchanged();
        return read;
    }
}
