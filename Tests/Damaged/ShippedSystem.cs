using System.Text;
using FlowSim.Scenarios.Loading;
using FlowSim.Tests.Properties;

namespace FlowSim.Tests.Damaged;

/// <summary>The files of a sound system: of the library, of the benchmarks, or a random small one with every property of stages.</summary>
internal sealed class ShippedSystem
{
    private const int RandomSystems = 300;

    /// <summary>The big system takes a hundred times as long as a small one.</summary>
    private const int CountyInThousand = 5;

    private static readonly string[] Benchmarks = ["mmc", "bed-blocking"];
    private static readonly Dictionary<string, ShippedSystem> Known = [];
    private static readonly Lock Guard = new();

    private ShippedSystem(string name, IReadOnlyList<InputFile> files)
    {
        Name = name;
        Files = files;
        Texts = [.. files.Select(file => Encoding.UTF8.GetString(file.Bytes))];
        Words = [.. Texts.SelectMany(text => text.Split([' ', ',', ':', '\n', '{', '}', '[', ']'], StringSplitOptions.RemoveEmptyEntries)).Distinct()];
    }

    public string Name { get; }

    public IReadOnlyList<InputFile> Files { get; }

    /// <summary>The files as text, in their order.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>What is written in them.</summary>
    public string[] Words { get; }

    /// <summary>The small ones more often than the big one.</summary>
    public static ShippedSystem Any(Dice dice)
    {
        if (dice.Below(1000) < CountyInThousand)
        {
            return OfLibrary("cambridgeshire-peterborough");
        }

        return dice.Below(10) switch
        {
            < 3 => OfLibrary("two-wards"),
            < 5 => OfLibrary("stroke-unit"),
            < 7 => Once(dice.Of(Benchmarks),
                name => [new InputFile(SystemFolder.MainFile, File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, "Benchmarks", "Systems", name + ".yaml")))]),
            _ => Random(1 + dice.Below(RandomSystems)),
        };
    }

    public SystemFiles Read(ProblemList problems) => SystemAssembler.Assemble(Name, SystemFolder.MainFile, Files, problems)!;

    private static ShippedSystem OfLibrary(string id) => Once(id, SystemLibrary.FilesOf);

    private static ShippedSystem Random(int seed) => Once($"random {seed}", _ =>
    {
        var (yaml, files) = RandomSystem.Of(seed);
        return [new InputFile(SystemFolder.MainFile, Encoding.UTF8.GetBytes(yaml)),
            .. files.Select(file => new InputFile(file.File, Encoding.UTF8.GetBytes(file.Text)))];
    });

    private static ShippedSystem Once(string name, Func<string, IReadOnlyList<InputFile>> files)
    {
        lock (Guard)
        {
            return Known.TryGetValue(name, out var known) ? known : Known[name] = new ShippedSystem(name, files(name));
        }
    }
}
