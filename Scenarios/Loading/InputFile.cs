namespace FlowSim.Scenarios.Loading;

/// <summary>A file of a system as bytes.</summary>
/// <param name="Name">Relative to the system's folder, with forward slashes.</param>
internal sealed record InputFile(string Name, byte[] Bytes)
{
    /// <summary>Folder inside the system, or empty for the system's own.</summary>
    public string Folder => Name.Contains('/', StringComparison.Ordinal) ? Name[..Name.LastIndexOf('/')] : "";

    /// <summary>Name without folder and ending.</summary>
    public string Stem => Path.GetFileNameWithoutExtension(Name);

    /// <summary>True for a file of this folder with this ending.</summary>
    public bool IsIn(string folder, string ending) => Folder == folder && Name.EndsWith(ending, StringComparison.Ordinal);
}
