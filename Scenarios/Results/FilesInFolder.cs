namespace FlowSim.Scenarios.Results;

/// <summary>
/// The files of a result folder by their names, such as <c>charts/occupancy.svg</c>, and the place where each is written before it takes its name.
/// </summary>
internal sealed class FilesInFolder(string folder)
{
    private const string Part = ".part";
    private const char Slash = '/';

    /// <summary>Stands for the slash in a name that lies beside the final one: all are written into the folder itself, where nothing is in their way.</summary>
    private const char SlashBeside = '@';

    public string Folder => folder;

    public string Resolve(string name) => Path.Combine(folder, name.Replace(Slash, Path.DirectorySeparatorChar));

    /// <summary>Where a file is written before it takes its name.</summary>
    public string BesideOf(string name) => Path.Combine(folder, $"{ResultFolder.OwnPrefix}{name.Replace(Slash, SlashBeside)}{Part}");

    /// <summary>A new file beside the final one. What lies there already, a link too, is removed and not written to.</summary>
    public FileStream CreateBeside(string name)
    {
        File.Delete(BesideOf(name));
        return new FileStream(BesideOf(name), FileMode.CreateNew, FileAccess.Write, FileShare.None);
    }

    public bool IsBeside(string name) => File.Exists(BesideOf(name));

    /// <summary>Gives a file that was written beside it its name.</summary>
    public void PutInPlace(string name) => PutInPlace(name, name);

    /// <summary>Gives it another name.</summary>
    public void PutInPlace(string name, string final)
    {
        DemandNoLink(final);
        Directory.CreateDirectory(Path.GetDirectoryName(Resolve(final))!);
        File.Move(BesideOf(name), Resolve(final), overwrite: true);
    }

    /// <exception cref="ResultFolderException">The folder in it that the file belongs to is a link, or a file.</exception>
    public void DemandNoLink(string name)
    {
        var inner = Path.GetDirectoryName(Resolve(name))!;
        if (inner != folder && (File.Exists(inner) || IsLink(inner)))
        {
            throw new ResultFolderException(
                $"{inner} is {(IsLink(inner) ? "a link" : "a file")}, and FlowSim makes a folder of this name; it was not touched. Remove it, or name another folder with --out");
        }
    }

    /// <summary>
    /// True for a name that FlowSim gives: in the folder itself, its charts or what it is explored with, and not behind a link. What else a manifest lists
    /// is not ours to remove.
    /// </summary>
    public bool MayRemove(string name)
    {
        var parts = name.Split(Slash);
        var isPlain = name != ManifestFile.Name && parts.All(part => part is not ("" or "." or "..") && Path.GetFileName(part) == part);
        return isPlain
            && (parts.Length == 1 || (parts is [ResultFolder.Charts or ResultFolder.Explore, _] && !IsLink(Path.Combine(folder, parts[0]))));
    }

    public void Remove(string name)
    {
        if (File.Exists(Resolve(name)))
        {
            File.Delete(Resolve(name));
        }
    }

    /// <summary>Removes what runs that ended early have left beside the final names; in this folder only.</summary>
    public void RemoveLeftovers()
    {
        foreach (var file in Directory.EnumerateFiles(folder, ResultFolder.OwnPrefix + "*" + Part, SearchOption.TopDirectoryOnly).ToList())
        {
            File.Delete(file);
        }
    }

    /// <summary>Something in the folder that does not bear a name of FlowSim's own, or null.</summary>
    public string? FirstNotOwn() => Entries().Where(name => !IsOwn(name)).Order(StringComparer.Ordinal).FirstOrDefault();

    /// <summary>A link or a folder that bears a name of FlowSim's own, or null: FlowSim gives such names to files only.</summary>
    public string? FirstOwnNameOfAnother() =>
        Entries().Where(IsOwn).Order(StringComparer.Ordinal).FirstOrDefault(name => Directory.Exists(Resolve(name)) || IsLink(Resolve(name)));

    private IEnumerable<string> Entries() => Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)!);

    private static bool IsOwn(string name) => name.StartsWith(ResultFolder.OwnPrefix, StringComparison.Ordinal);

    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;
}
