using System.Formats.Tar;
using System.Text.RegularExpressions;

namespace FlowSim.Cli.Running;

/// <summary>Devices and pipes, known by what they are: there are ordinary files below <c>/dev</c> and pipes anywhere else.</summary>
internal static partial class SpecialFile
{
    public static bool Is(string path)
    {
        if (OperatingSystem.IsWindows() || !File.Exists(path))
        {
            return false;
        }

        var file = new FileInfo(Path.GetFullPath(path));
        return IsOpenFile(file.FullName) || IsOpenFile(file.LinkTarget ?? "")
            || (file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? IsOfSpecialKind(target) : IsOfSpecialKind(file));
    }

    /// <summary>A name of a file that the process has open already, such as <c>/dev/stdout</c>, whatever it was opened on.</summary>
    private static bool IsOpenFile(string path) => OpenFile().IsMatch(path);

    /// <summary>Neither devices nor pipes have a length. Of what has none, the headers of archives tell the kind; sockets they do not take.</summary>
    private static bool IsOfSpecialKind(FileInfo file)
    {
        if (file.Length > 0)
        {
            return false;
        }

        using var archive = new MemoryStream();
        try
        {
            using (var writer = new TarWriter(archive, TarEntryFormat.Ustar, leaveOpen: true))
            {
                writer.WriteEntry(file.FullName, "file");
            }
        }
        catch (IOException)
        {
            return true;
        }

        archive.Position = 0;
        using var reader = new TarReader(archive);
        return reader.GetNextEntry()?.EntryType is TarEntryType.CharacterDevice or TarEntryType.BlockDevice or TarEntryType.Fifo;
    }

    [GeneratedRegex("^/dev/(fd/.*|stdin|stdout|stderr)$|^/proc/[^/]+/(task/[^/]+/)?fd/")]
    private static partial Regex OpenFile();
}
