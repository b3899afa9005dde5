using System.Diagnostics;
using System.Text;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Reading;

namespace FlowSim.Tests.Results;

/// <summary>A folder as a run leaves it that ends at some instant: the next one may replace all that FlowSim began, and nothing else.</summary>
public sealed class EarlyEndTests
{
    private TemporaryFolder temporary = null!;

    private string Results => Path.Combine(temporary.Path, "results");

    [SetUp]
    public void MakeFolder() => temporary = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => temporary.Dispose();

    [Test]
    public void Before_its_manifest_a_run_has_nothing_in_the_folder_that_does_not_bear_its_name()
    {
        using var folder = ResultFolder.Open(Results);
        folder.Write("summary.csv", stream => stream.Write("new"u8));
        folder.Write("charts/x.svg", stream => stream.Write("new"u8));
        Assert.That(Directory.EnumerateFileSystemEntries(Results).Select(Path.GetFileName), Has.Exactly(4).StartsWith(".flowsim-").And.Exactly(4).Items);
    }

    /// <summary>
    /// Every instant of a first run: the folder as it lies is copied, as if the process had been killed there, and the next run takes the copy.
    /// </summary>
    [Test]
    [Platform(Exclude = "Win", Reason = "cp")]
    public void A_first_run_that_is_killed_at_any_instant_leaves_a_folder_for_the_next()
    {
        var copies = new List<string>();
        void Kill()
        {
            var copy = Path.Combine(temporary.Path, $"killed-{copies.Count}");
            Copy(Results, copy);
            copies.Add(copy);
        }

        using (var folder = ResultFolder.Open(Results))
        {
            Kill();
            foreach (var name in new[] { "summary.csv", "charts/x.svg", "report.html" })
            {
                folder.Write(name, stream =>
                {
                    stream.Write("ne"u8);
                    stream.Flush();
                    Kill();
                    stream.Write("w"u8);
                });
                Kill();
            }
        }

        Directory.CreateDirectory(Path.Combine(temporary.Path, "empty"));
        copies.Add(Path.Combine(temporary.Path, "empty"));
        Assert.That(copies, Has.Count.EqualTo(8));
        foreach (var copy in copies)
        {
            Run(copy, ("summary.csv", "next"));
            Assert.That(Entries(copy), Is.EqualTo(new[] { "manifest.json", "summary.csv" }));
        }
    }

    /// <summary>Files take their names in order: after each, what is left is what a kill there leaves.</summary>
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void A_run_that_is_killed_while_its_files_take_their_names_is_finished_by_whoever_comes_next(int inPlace)
    {
        MakeUnfinished(inPlace);
        Assert.Throws<ResultContentException>(() => ResultReader.Read(Results), "the made-up files are no results; but they are all in place");
        Assert.That(Entries(Results), Is.EqualTo(new[] { "charts", "flows.csv", "manifest.json", "summary.csv" }));
        Assert.That(Read("summary.csv") + Read("charts/x.svg") + Read("flows.csv"), Is.EqualTo("newnewnew"));
        Assert.That(Read("manifest.json"), Does.Contain("\"complete\": true").And.Not.Contain("being_written"));
    }

    [Test]
    public void A_run_after_it_that_ends_early_too_leaves_those_results_whole()
    {
        MakeUnfinished(1);
        ResultFolder.Open(Results).Dispose();
        Assert.That(Read("summary.csv") + Read("charts/x.svg") + Read("flows.csv"), Is.EqualTo("newnewnew"));
        Assert.That(Entries(Results), Is.EqualTo(new[] { "charts", "flows.csv", "manifest.json", "summary.csv" }));
    }

    [Test]
    public void Without_all_of_its_files_it_is_not_finished_and_said_to_be_so()
    {
        MakeUnfinished(1);
        File.Delete(Path.Combine(Results, ".flowsim-flows.csv.part"));
        Assert.That(Assert.Throws<ResultFolderException>(() => ResultReader.Read(Results))!.Message, Does.Contain("no finished results"));
        Run(Results, ("summary.csv", "next"));
        Assert.That(Read("summary.csv"), Is.EqualTo("next"));
    }

    [Test]
    public void A_run_into_a_folder_leaves_one_that_is_under_way_below_it_alone()
    {
        Run(Results, ("summary.csv", "outer"));
        var inner = Path.Combine(Results, "inner");
        using (var under = ResultFolder.Open(inner))
        {
            under.Write("summary.csv", stream => stream.Write("inner"u8));
            under.Write("charts/x.svg", stream => stream.Write("inner"u8));
            Run(Results, ("summary.csv", "outer again"));
            under.Commit(MadeUpManifest.Manifest);
        }

        Assert.That(Entries(inner), Is.EqualTo(new[] { "charts", "manifest.json", "summary.csv" }));
        Assert.That(Read("summary.csv") + Read("inner/charts/x.svg"), Is.EqualTo("outer againinner"));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "links need a privilege there")]
    public void Nothing_is_removed_or_written_through_a_link()
    {
        var other = Path.Combine(temporary.Path, "other");
        Directory.CreateDirectory(other);
        File.WriteAllText(Path.Combine(other, ".flowsim-x.svg.part"), "of another run");
        File.WriteAllText(Path.Combine(other, "x.svg"), "mine");
        Run(Results, ("summary.csv", "old"), ("charts/x.svg", "old"));
        Directory.Delete(Path.Combine(Results, "charts"), recursive: true);
        Directory.CreateSymbolicLink(Path.Combine(Results, "charts"), other);
        Run(Results, ("summary.csv", "new"));
        using (var folder = ResultFolder.Open(Results))
        {
            Assert.That(Assert.Throws<ResultFolderException>(() => folder.Write("charts/x.svg", stream => stream.WriteByte(1)))!.Message,
                Does.Contain("charts is a link"));
        }

        Assert.That(Entries(other), Is.EqualTo(new[] { ".flowsim-x.svg.part", "x.svg" }));
        Assert.That(File.ReadAllText(Path.Combine(other, "x.svg")), Is.EqualTo("mine"));
        Assert.That(Read("summary.csv"), Is.EqualTo("new"));
    }

    [TestCase(".flowsim-lock")]
    [TestCase(".flowsim-summary.csv.part")]
    [Platform(Exclude = "Win", Reason = "links need a privilege there")]
    public void A_link_under_a_name_of_ours_is_refused_and_not_followed(string name)
    {
        var mine = Path.Combine(temporary.Path, "mine.txt");
        File.WriteAllText(mine, "mine");
        Directory.CreateDirectory(Results);
        File.CreateSymbolicLink(Path.Combine(Results, name), mine);
        Assert.That(Assert.Throws<ResultFolderException>(() => ResultFolder.Open(Results))!.Message, Does.Contain(name));
        Assert.That(File.ReadAllText(mine), Is.EqualTo("mine"));
    }

    [TestCase("inner/summary.csv")]
    [TestCase("charts/deeper/x.svg")]
    [TestCase("charts/../notes.txt")]
    public void A_manifest_cannot_make_us_delete_what_lies_deeper_than_we_write(string listed)
    {
        var file = Path.Combine(Results, listed);
        Directory.CreateDirectory(Path.Combine(Results, "charts"));
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.WriteAllText(file, "mine");
        File.WriteAllText(Path.Combine(Results, "manifest.json"), $"{{ \"program\": \"FlowSim\", \"files\": [\"{listed}\"] }}");
        Run(Results, ("flows.csv", "new"));
        Assert.That(File.ReadAllText(file), Is.EqualTo("mine"));
    }

    private void MakeUnfinished(int inPlace)
    {
        Run(Results, ("summary.csv", "old"), ("differences.csv", "old"));
        var whole = Path.Combine(temporary.Path, "whole");
        Run(whole, ("summary.csv", "new"), ("charts/x.svg", "new"), ("flows.csv", "new"));
        var last = File.ReadAllText(Path.Combine(whole, "manifest.json"));
        File.WriteAllText(Path.Combine(Results, ".flowsim-last-manifest.json.part"), last);
        File.WriteAllText(Path.Combine(Results, "manifest.json"),
            last.Replace("\"complete\": true", "\"complete\": false,\n  \"being_written\": true", StringComparison.Ordinal)
            .Replace("\"summary.csv\"", "\"summary.csv\", \"differences.csv\"", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(Results, ".flowsim-lock"), "");
        string[] order = ["summary.csv", "charts/x.svg", "flows.csv"];
        foreach (var (name, index) in order.Select((name, index) => (name, index)))
        {
            var place = index < inPlace ? name : $".flowsim-{name.Replace('/', '@')}.part";
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Results, place))!);
            File.WriteAllText(Path.Combine(Results, place), "new");
        }

        if (inPlace > 0)
        {
            File.Delete(Path.Combine(Results, "differences.csv"));
        }
    }

    private static void Run(string path, params (string Name, string Text)[] files)
    {
        using var folder = ResultFolder.Open(path);
        foreach (var (name, text) in files)
        {
            folder.Write(name, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
        }

        folder.Commit(MadeUpManifest.Manifest);
    }

    /// <summary>As the folder lies, files that are being written too: those are locked for whoever asks the runtime.</summary>
    private static void Copy(string from, string to)
    {
        using var copy = Process.Start("cp", ["-r", from, to]);
        copy.WaitForExit();
        Assert.That(copy.ExitCode, Is.Zero);
    }

    private static string[] Entries(string path) =>
        [.. Directory.EnumerateFileSystemEntries(path).Select(entry => Path.GetFileName(entry)!).Order(StringComparer.Ordinal)];

    private string Read(string name) => File.ReadAllText(Path.Combine(Results, name));
}
