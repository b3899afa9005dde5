using System.Text;
using FlowSim.Cli.Options;
using FlowSim.Plots.Raster;
using FlowSim.Plots.Svg;
using FlowSim.Scenarios.Results;

namespace FlowSim.Cli;

/// <summary>Puts drawings into files.</summary>
internal static class PlotFiles
{
    /// <summary>Writes all the drawings, or none; returns the files as the user would name them.</summary>
    /// <exception cref="ConverterException">No program converts them.</exception>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public static IReadOnlyList<string> Write(PlotSettings settings, IReadOnlyList<Drawing> drawings, CancellationToken interrupt)
    {
        var bytes = BytesIn(settings, interrupt);
        return settings.Out is { } folder ? WriteInto(folder, settings.Format, drawings, bytes) : WriteBesideResults(settings, drawings, bytes);
    }

    /// <summary>The bytes of an SVG file.</summary>
    public static byte[] Bytes(Drawing drawing) => Encoding.UTF8.GetBytes(drawing.ToString());

    /// <summary>What makes the bytes of a file in the format asked for.</summary>
    private static Func<Drawing, byte[]> BytesIn(PlotSettings settings, CancellationToken interrupt)
    {
        if (settings.Format == PlotSettings.Svg)
        {
            return Bytes;
        }

        var converter = Converter.Find(settings.Converter, interrupt);
        var format = settings.Format == PlotSettings.Png ? PictureFormat.Png : PictureFormat.Pdf;
        return drawing => converter.Convert(drawing, format, settings.Dpi);
    }

    private static List<string> WriteInto(string folder, string format, IReadOnlyList<Drawing> drawings, Func<Drawing, byte[]> bytes)
    {
        if (File.Exists(folder))
        {
            throw new CommandFailure(ExitCode.Files, $"{folder} is a file; --out needs the name of a folder");
        }

        var files = drawings.Select(drawing => (Path: Path.Combine(folder, $"{drawing.Name}.{format}"), Content: bytes(drawing))).ToList();
        Directory.CreateDirectory(folder);
        files.ForEach(file => WholeFile.Write(file.Path, file.Content));
        return files.ConvertAll(file => file.Path);
    }

    // The folder is held as for a run: nobody replaces the results meanwhile.
    private static List<string> WriteBesideResults(PlotSettings settings, IReadOnlyList<Drawing> drawings, Func<Drawing, byte[]> bytes)
    {
        using var folder = ResultFolder.Open(settings.Results);
        foreach (var drawing in drawings)
        {
            var content = bytes(drawing);
            folder.Write($"{ResultFolder.Charts}/{drawing.Name}.{settings.Format}", stream => stream.Write(content));
        }

        folder.CommitBeside();
        return [.. drawings.Select(drawing => Path.Combine(settings.Results, ResultFolder.Charts, $"{drawing.Name}.{settings.Format}"))];
    }
}
