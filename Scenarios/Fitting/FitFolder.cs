using System.Text.Json;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Results;

namespace FlowSim.Scenarios.Fitting;

/// <summary>The folder of a fit, held while it is made. What has been run is in it at once, so that a fit that is stopped goes on from there.</summary>
public sealed class FitFolder : IDisposable
{
    private readonly string path;
    private readonly FolderLock held;

    private FitFolder(string path, FolderLock held)
    {
        this.path = path;
        this.held = held;
    }

    /// <summary>The folder as the user named it.</summary>
    public string Name => path;

    /// <summary>Takes the folder, making it if needed.</summary>
    /// <param name="path">As the user names it.</param>
    /// <param name="system">The system as the user names it: nothing is written into its folder.</param>
    /// <exception cref="ResultFolderException">It holds something else, is part of the system, or another fit holds it.</exception>
    public static FitFolder Open(string path, string system)
    {
        var full = Path.GetFullPath(path);
        var own = Directory.Exists(system) ? Path.GetFullPath(system) : File.Exists(system) ? Path.GetDirectoryName(Path.GetFullPath(system))! : null;
        if (own is not null && (IsWithin(full, own) || IsWithin(own, full)))
        {
            throw new ResultFolderException($"{path} is in the folder of the system, or holds it: a fit never writes there; name another folder with --out");
        }

        if (File.Exists(full))
        {
            throw new ResultFolderException($"{path} is a file; --out needs a folder");
        }

        if (Directory.Exists(full) && !File.Exists(Path.Combine(full, FitFacts.FileName)) && Directory.EnumerateFileSystemEntries(full).Any(IsForeign))
        {
            throw new ResultFolderException($"{path} holds files and no fit ({FitFacts.FileName}): name an empty or a new folder with --out");
        }

        Directory.CreateDirectory(full);
        return FolderLock.Take(Path.Combine(full, ResultFolder.LockName)) is { } held
            ? new FitFolder(path, held)
            : throw new ResultFolderException($"{path} is held by another fit that is running");
    }

    public void Dispose() => held.Dispose();

    /// <summary>What is begun in the folder; null where nothing is.</summary>
    internal FitFacts? Begun()
    {
        var file = PathOf(FitFacts.FileName);
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<FitFacts>(File.ReadAllBytes(file), ResultJson.Options) : null;
        }
        catch (JsonException failure)
        {
            throw new ResultFolderException($"{file} is not as a fit has written it: {failure.Message} Name another folder with --out, or remove this one.");
        }
    }

    internal void Write(FitFacts facts)
    {
        using var bytes = new MemoryStream();
        ResultJson.Write(bytes, facts);
        Replace(FitFacts.FileName, bytes.ToArray());
    }

    /// <summary>The content of a file; empty where it is not there.</summary>
    internal byte[] Read(string file) => File.Exists(PathOf(file)) ? File.ReadAllBytes(PathOf(file)) : [];

    /// <summary>Puts a file in place as a whole.</summary>
    internal void Replace(string file, byte[] content)
    {
        var target = PathOf(file);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var beside = PathOf($"{ResultFolder.OwnPrefix}{Path.GetFileName(file)}.part");
        File.WriteAllBytes(beside, content);
        File.Move(beside, target, overwrite: true);
    }

    /// <summary>Adds to the end of a file, so that it is there when this returns.</summary>
    internal void Append(string file, byte[] content)
    {
        using var stream = new FileStream(PathOf(file), FileMode.Append, FileAccess.Write, FileShare.Read);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Takes a folder and all that is in it away.</summary>
    internal void Remove(string folder)
    {
        if (Directory.Exists(PathOf(folder)))
        {
            Directory.Delete(PathOf(folder), recursive: true);
        }
    }

    /// <summary>Takes a file away, if it is there.</summary>
    internal void Delete(string file) => File.Delete(PathOf(file));

    /// <summary>The path by which the user can open a file of the folder.</summary>
    internal string PathOf(string file) => Path.Combine(path, file);

    private static bool IsForeign(string entry) => !Path.GetFileName(entry).StartsWith(ResultFolder.OwnPrefix, StringComparison.Ordinal);

    private static bool IsWithin(string inner, string outer) =>
        (inner + Path.DirectorySeparatorChar).StartsWith(outer.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
