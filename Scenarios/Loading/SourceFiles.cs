using System.Text;

namespace FlowSim.Scenarios.Loading;

/// <summary>Where the files of a system are, so that a problem can name its file as the user would open it and show the line.</summary>
public sealed class SourceFiles
{
    /// <summary>What is read of a line, and of a file before it, to show the line [signs]; a problem behind it is told without.</summary>
    private const int MostSigns = 64 << 20;

    private const int LongestLine = 1 << 20;

    /// <summary>Before what stands on the command line and in no file.</summary>
    internal const string Option = "--";

    private readonly Dictionary<(string File, int Line), string?> known = [];
    private readonly Func<string, string> nameOf;
    private readonly Func<string, Stream?> open;

    private SourceFiles(Func<string, string> nameOf, Func<string, Stream?> open)
    {
        this.nameOf = nameOf;
        this.open = open;
    }

    /// <summary>Files are named as they are, and no lines are known.</summary>
    public static SourceFiles None { get; } = new(file => file, _ => null);

    /// <summary>Files of a folder.</summary>
    public static SourceFiles OfFolder(string folder)
    {
        var full = Path.GetFullPath(folder);
        return new SourceFiles(file => Openable(full, file), file => OpenIn(full, file));
    }

    /// <summary>Files that come with FlowSim.</summary>
    internal static SourceFiles OfLibrary(string id) =>
        new(file => file.Length == 0 || file == id ? file : $"{id}/{file} (of the library)", file => SystemLibrary.Open(id, file));

    /// <summary>These and a file from elsewhere, which is named by its full path.</summary>
    internal SourceFiles With(string fullPath)
    {
        var folder = Path.GetDirectoryName(fullPath)!;
        return new SourceFiles(file => file == fullPath ? Openable(folder, file) : nameOf(file),
            file => file == fullPath ? OpenIn(folder, file) : open(file));
    }

    /// <summary>The path by which the user can open a file: from the current folder, or absolute where that is outside of it or shorter.</summary>
    public string NameOf(string file) =>
        file.StartsWith(Option, StringComparison.Ordinal) ? file : SharedTables.IsShared(file) ? SharedTables.TitleOf(file) : nameOf(file);

    /// <summary>A line of a file, or null where it cannot be shown.</summary>
    public string? LineOf(string file, int line)
    {
        // The rows of a workbook are no lines of its file.
        if (file.EndsWith(WorkbookTable.Ending, StringComparison.Ordinal))
        {
            return null;
        }

        if (known.TryGetValue((file, line), out var shown))
        {
            return shown;
        }

        try
        {
            using var stream = line > 0 && !file.StartsWith(Option, StringComparison.Ordinal) ? Open(file) : null;
            return known[(file, line)] = stream is null ? null : LineOf(stream, line);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The content of a file beside the system's own, or null where there is none.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    internal byte[]? BytesOf(string file)
    {
        using var stream = Open(file);
        if (stream is null)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private Stream? Open(string file) => SharedTables.IsShared(file) ? SharedTables.Open(file) : open(file);

    private static string Openable(string folder, string file)
    {
        var full = Path.Combine(folder, file);
        if (file.Length == 0 || !(File.Exists(full) || Directory.Exists(full)))
        {
            return file;
        }

        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), full);
        return relative.StartsWith("..", StringComparison.Ordinal) || relative.Length > full.Length ? full : relative;
    }

    private static FileStream? OpenIn(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        return file.Length > 0 && OrdinaryFile.HasLength(path) ? File.OpenRead(path) : null;
    }

    private static string? LineOf(Stream stream, int line)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = new StringBuilder();
        var here = 1;
        for (var read = 0; read < MostSigns && reader.Read() is >= 0 and var sign; read++)
        {
            if (sign is '\n' or '\r')
            {
                if (here == line)
                {
                    return text.ToString();
                }

                here += sign == '\n' || reader.Peek() != '\n' ? 1 : 0;
            }
            else if (here == line && text.Length < LongestLine)
            {
                text.Append((char)sign);
            }
        }

        return here == line && text.Length > 0 ? text.ToString() : null;
    }
}
