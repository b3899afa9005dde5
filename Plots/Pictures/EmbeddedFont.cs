using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace FlowSim.Plots.Pictures;

/// <summary>
/// The font files that come along. The package that holds them keeps them in a resource of its assembly, a copy of which is a resource of ours: it is read as
/// a file and never loaded.
/// </summary>
internal static class EmbeddedFont
{
    private const string Copy = "inter.dll";
    private const string Resource = "!AvaloniaResources";
    private const string Folder = "/Assets/";
    private const int Version = 2;

    /// <summary>The bytes of a font file, such as <c>Inter-Bold.ttf</c>.</summary>
    public static byte[] Read(string file)
    {
        using var assembly = new PEReader(typeof(EmbeddedFont).Assembly.GetManifestResourceStream(Copy)!);
        var metadata = assembly.GetMetadataReader();
        var resource = metadata.ManifestResources.Select(metadata.GetManifestResource).Single(found => metadata.GetString(found.Name) == Resource);
        var reader = assembly.GetSectionData(assembly.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress).GetReader();
        reader.Offset = (int)resource.Offset;
        return Find(reader.ReadBytes(reader.ReadInt32()), Folder + file);
    }

    /// <summary>
    /// One of the files within the resource, which is: length of the index, version, number of files; of each its path, position and length; then the files.
    /// </summary>
    private static byte[] Find(byte[] resource, string path)
    {
        using var reader = new BinaryReader(new MemoryStream(resource));
        var start = reader.ReadInt32() + sizeof(int);
        if (reader.ReadInt32() != Version)
        {
            throw new InvalidDataException("the resource with the font has another form than is read here");
        }

        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var (name, at, length) = (reader.ReadString(), reader.ReadInt32(), reader.ReadInt32());
            if (name == path)
            {
                return resource[(start + at)..(start + at + length)];
            }
        }

        throw new InvalidDataException($"the resource has no font file {path}");
    }
}
