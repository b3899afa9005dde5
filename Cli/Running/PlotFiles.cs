using System.Text;
using FlowSim.Cli.Options;
using FlowSim.Plots.Drawings;
using FlowSim.Scenarios.Results;

namespace FlowSim.Cli.Running;

/// <summary>Puts drawings into files.</summary>
internal static class PlotFiles
{
    /// <summary>Writes all the drawings, or none; returns the files as the user would name them.</summary>
    /// <exception cref="MissingLetterException">A drawing has a letter that PNG and PDF cannot show.</exception>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public static IReadOnlyList<string> Write(PlotSettings settings, IReadOnlyList<Drawing> drawings, CancellationToken interrupt)
    {
        var painting = drawings.Select(drawing => Task.Run(() => ($"{drawing.Name}.{settings.Format}", Bytes(drawing, settings)), interrupt)).ToList();
        var contents = painting.ConvertAll(task => task.GetAwaiter().GetResult());
        contents.AddRange(settings.HasData ? drawings.Select(drawing => ($"{drawing.Name}.csv", DrawnCsv.Of(drawing))) : []);
        return Write(settings.Results, ResultFolder.Charts, settings.Out, contents);
    }

    /// <summary>Writes all files, or none; returns them as the user would name them.</summary>
    /// <param name="results">The result folder.</param>
    /// <param name="inner">The folder in it that they belong to.</param>
    /// <param name="output">Another folder; null: in the result folder.</param>
    /// <param name="contents">Names and bytes.</param>
    public static IReadOnlyList<string> Write(string results, string inner, string? output, List<(string Name, byte[] Bytes)> contents) =>
        output is { } folder ? WriteInto(folder, contents) : WriteBesideResults(results, inner, contents);

    /// <summary>Drawings that a command writes among its own files: their names in the folder, and what writes each.</summary>
    public static IEnumerable<(string Name, Action<Stream> Write)> AmongFiles(IEnumerable<Drawing> drawings) =>
        drawings.Select(drawing => ($"{ResultFolder.Charts}/{drawing.Name}.svg", (Action<Stream>)(stream => stream.Write(Bytes(drawing)))));

    /// <summary>The bytes of an SVG file.</summary>
    public static byte[] Bytes(Drawing drawing) => Encoding.UTF8.GetBytes(drawing.ToString());

    private static byte[] Bytes(Drawing drawing, PlotSettings settings) => settings.Format switch
    {
        PlotSettings.Png => PngPicture.Of(drawing, settings.Dpi),
        PlotSettings.Pdf => PdfPicture.Of(drawing),
        _ => Bytes(drawing),
    };

    private static List<string> WriteInto(string folder, List<(string Name, byte[] Bytes)> contents)
    {
        if (File.Exists(folder))
        {
            throw new CommandFailure(ExitCode.Files, $"{folder} is a file; --out needs the name of a folder");
        }

        var files = contents.ConvertAll(content => (Path: Path.Combine(folder, content.Name), content.Bytes));
        Directory.CreateDirectory(folder);
        files.ForEach(file => WholeFile.Write(file.Path, file.Bytes));
        return files.ConvertAll(file => file.Path);
    }

    // The folder is held as for a run: nobody replaces the results meanwhile.
    private static List<string> WriteBesideResults(string results, string inner, List<(string Name, byte[] Bytes)> contents)
    {
        using var folder = ResultFolder.Open(results);
        foreach (var (name, bytes) in contents)
        {
            folder.Write($"{inner}/{name}", stream => stream.Write(bytes));
        }

        folder.CommitBeside();
        return contents.ConvertAll(content => Path.Combine(results, inner, content.Name));
    }
}
