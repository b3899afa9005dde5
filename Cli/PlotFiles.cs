using System.Text;
using FlowSim.Plots.Raster;
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
        var converter = settings.Format == Svg ? null : Converter.Find(settings.Converter);
        return settings.Out is { } folder ? WriteInto(folder, settings.Format, drawings, converter) : WriteBesideResults(settings.Results, settings.Format, drawings, converter);
    }

    /// <summary>The bytes of an SVG file.</summary>
    public static byte[] Bytes(Drawing drawing) => Encoding.UTF8.GetBytes(drawing.ToString());

    private static byte[] Bytes(Drawing drawing, string format, Converter? converter)
    {
        if (converter is null)
        {
            return Bytes(drawing);
        }

        var folder = Directory.CreateTempSubdirectory("flowsim-");
        try
        {
            var file = Path.Combine(folder.FullName, $"drawing.{format}");
            converter.Convert(drawing, file, format == Png ? PictureFormat.Png : PictureFormat.Pdf);
            return File.ReadAllBytes(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<string> WriteInto(string folder, string format, IReadOnlyList<Drawing> drawings, Converter? converter)
    {
        Directory.CreateDirectory(folder);
        var files = new List<string>();
        foreach (var drawing in drawings)
        {
            var path = Path.Combine(folder, $"{drawing.Name}.{format}");
            File.WriteAllBytes(path, Bytes(drawing, format, converter));
            files.Add(path);
        }

        return files;
    }

    // The folder is held as for a run: nobody replaces the results meanwhile.
    private static List<string> WriteBesideResults(string results, string format, IReadOnlyList<Drawing> drawings, Converter? converter)
    {
        using var folder = ResultFolder.Open(results);
        foreach (var drawing in drawings)
        {
            var bytes = Bytes(drawing, format, converter);
            folder.Write($"{Folder}/{drawing.Name}.{format}", stream => stream.Write(bytes));
        }

        folder.CommitBeside();
        return [.. drawings.Select(drawing => Path.Combine(results, Folder, $"{drawing.Name}.{format}"))];
    }
}
