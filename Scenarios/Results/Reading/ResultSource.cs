using System.Security;
using System.Text;
using System.Text.Unicode;
using FlowSim.Scenarios.Results.Tables;

namespace FlowSim.Scenarios.Results.Reading;

/// <summary>A folder of results that are all there: its manifest says so.</summary>
internal sealed class ResultSource
{
    private readonly string folder;
    private readonly byte[] manifest;

    private ResultSource(string folder, byte[] manifest, RunFacts run)
    {
        this.folder = folder;
        this.manifest = manifest;
        Run = run;
    }

    public RunFacts Run { get; }

    /// <summary>Files that the manifest lists.</summary>
    public IReadOnlyList<string> Files => Run.Files;

    /// <exception cref="ResultFolderException">It holds no finished results of FlowSim.</exception>
    /// <exception cref="ResultContentException">The manifest is damaged.</exception>
    public static ResultSource Open(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new ResultFolderException(File.Exists(folder)
                ? $"{folder} is a file; name the folder it lies in"
                : $"there is no folder {folder}; name one that 'flowsim compare' or 'flowsim run' has written");
        }

        var path = Path.Combine(folder, ManifestFile.Name);
        if (!File.Exists(path))
        {
            throw new ResultFolderException(
                $"{folder} holds no results of FlowSim: it has no {ManifestFile.Name}. Name a folder that 'flowsim compare' or 'flowsim run' has written");
        }

        if (ManifestFile.IsBeingWritten(path))
        {
            ResultFolder.FinishCommit(folder);
        }

        var bytes = WithoutMark(BytesOf(path));
        return new ResultSource(folder, bytes, ManifestReader.Read(bytes, path, folder));
    }

    /// <summary>A file as the user knows it.</summary>
    public string Display(string file) => Path.Combine(folder, file);

    /// <summary>A file's bytes; null if it is not there and need not be.</summary>
    /// <exception cref="ResultFolderException">It is missing though the manifest lists it, or cannot be read.</exception>
    public byte[]? Read(string file, bool required = false)
    {
        var path = Display(file);
        if (File.Exists(path))
        {
            var bytes = BytesOf(path);
            return Utf8.IsValid(bytes) ? WithoutMark(bytes) : throw NotUtf8(path, bytes);
        }

        return required || Files.Contains(file) ? throw Missing(file) : null;
    }

    /// <summary>A file that may be larger than the memory, to be read from its beginning to its end.</summary>
    /// <exception cref="ResultFolderException">It is missing or cannot be read.</exception>
    public FileStream OpenLong(string file)
    {
        var path = Display(file);
        return File.Exists(path) ? Readable(path, () => File.OpenRead(path)) : throw Missing(file);
    }

    /// <summary>Demands that no run has put other results in place while these were read: old and new ones must not mix.</summary>
    public void DemandUnchanged()
    {
        var path = Display(ManifestFile.Name);
        if (!File.Exists(path) || !WhatRan(WithoutMark(BytesOf(path))).SequenceEqual(WhatRan(manifest)))
        {
            throw new ResultFolderException($"the results in {folder} were replaced while they were read; try again");
        }
    }

    /// <summary>A manifest up to the list of files, to which <c>plot</c> and <c>report</c> add: the results stay what they were.</summary>
    private static ReadOnlySpan<byte> WhatRan(ReadOnlySpan<byte> manifest) =>
        manifest.LastIndexOf("\"files\""u8) is var end and >= 0 ? manifest[..end] : manifest;

    /// <summary>Without the byte order mark that some editors put before a text.</summary>
    private static byte[] WithoutMark(byte[] bytes) => bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;

    private ResultFolderException Missing(string file) => new(
        $"{Display(file)} is missing{(Files.Contains(file) ? $", although {ManifestFile.Name} lists it" : "")}. Restore it, or run again: {Run.Command}");

    private static byte[] BytesOf(string path) => Readable(path, () => File.ReadAllBytes(path));

    private static T Readable<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SecurityException)
        {
            throw new ResultFolderException($"{path} cannot be read: {failure.Message}", failure);
        }
    }

    private static ResultContentException NotUtf8(string path, ReadOnlySpan<byte> bytes)
    {
        var (low, high) = (0, bytes.Length);
        while (high - low > 1)
        {
            // A prefix that ends within a character is not valid either, so the end found may be up to three bytes early: the line is the same.
            var middle = (low + high) / 2;
            (low, high) = Utf8.IsValid(bytes[low..middle]) ? (middle, high) : (low, middle);
        }

        return ContentProblem.At(path, ContentProblem.LineOf(bytes, low), "", "text encoded as UTF-8", FormattableString.Invariant($"byte 0x{bytes[low]:X2}"));
    }
}
