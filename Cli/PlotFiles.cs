using System.Text;
using FlowSim.Plots.Svg;
using FlowSim.Scenarios.Results;

namespace FlowSim.Cli;

/// <summary>Puts drawings into files.</summary>
internal static class PlotFiles
{
    public const string Svg = "svg";
    public const string Png = "png";
    public const string Pdf = "pdf";

    private const string Folder = "charts";

    /// <summary>Writes the drawings; returns the files as the user would name them.</summary>
    public static IReadOnlyList<string> Write(PlotSettings settings, IReadOnlyList<Drawing> drawings)
    {
        if (settings.Format != Svg)
        {
            throw new CommandFailure(ExitCode.Usage, $"--format {settings.Format}: not built yet; svg is");
        }

        return settings.Out is { } folder ? WriteInto(folder, drawings) : WriteBesideResults(settings.Results, drawings);
    }

    /// <summary>The bytes of an SVG file.</summary>
    public static byte[] Bytes(Drawing drawing) => Encoding.UTF8.GetBytes(drawing.ToString());

    private static List<string> WriteInto(string folder, IReadOnlyList<Drawing> drawings)
    {
        Directory.CreateDirectory(folder);
        var files = new List<string>();
        foreach (var drawing in drawings)
        {
            var path = Path.Combine(folder, $"{drawing.Name}.{Svg}");
            File.WriteAllBytes(path, Bytes(drawing));
            files.Add(path);
        }

        return files;
    }

    // The folder is held as for a run: nobody replaces the results meanwhile.
    private static List<string> WriteBesideResults(string results, IReadOnlyList<Drawing> drawings)
    {
        using var folder = ResultFolder.Open(results);
        foreach (var drawing in drawings)
        {
            folder.Write($"{Folder}/{drawing.Name}.{Svg}", stream => stream.Write(Bytes(drawing)));
        }

        folder.CommitBeside();
        return [.. drawings.Select(drawing => Path.Combine(results, Folder, $"{drawing.Name}.{Svg}"))];
    }
}
