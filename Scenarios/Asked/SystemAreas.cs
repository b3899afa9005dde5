using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Asked;

/// <summary>Parts of the network that a system is written in, a file each: <c>community.yaml</c> describes <c>community</c>.</summary>
internal sealed class SystemAreas(SystemFiles files, ChangeWords words)
{
    /// <summary>What the part that a file describes is called; empty for the main file of a system.</summary>
    /// <param name="file">Name of the file.</param>
    public string Of(string file) => file.Length == 0 || file == files.Root.Where.File ? "" : words.Title(Path.GetFileNameWithoutExtension(file));
}
