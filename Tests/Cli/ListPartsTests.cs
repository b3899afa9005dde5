using System.Text.Json;
using FlowSim.Cli.Running;

namespace FlowSim.Tests.Cli;

public sealed class ListPartsTests
{
    [Test]
    public void The_beds_of_an_area_are_found_by_its_name()
    {
        var typed = TypedCommand.Run("list", "paths", "ely", "beds");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(typed.Out, Does.Contain("tables.community[locality=ely].beds = 26\n").And.Not.Contain("fenland"));
        Assert.That(TypedCommand.Run("list", "paths", "Community", "Ely").Out, Does.Contain("pools.community-bed@ely.capacity = 26 beds\n"));
    }

    [TestCase("pools", "ward-bed: Ward bed", "    pools.ward-bed@north.capacity = 60 beds; assumed")]
    [TestCase("stages", "community: Community", "    stages.community.gives_up[to=leave].after = 21 d")]
    [TestCase("streams", "admissions: Admissions", "    streams.admissions.attributes.age.under-65 = 45 %")]
    [TestCase("tables", "beds", "    Read by pools.ward-bed.capacity")]
    public void Parts_are_listed_with_what_stands_in_them(string what, string part, string line)
    {
        var typed = TypedCommand.Run("list", what, "--system", "two-wards");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(typed.Out.Split('\n'), Does.Contain(part).And.Contain(line));
        Assert.That(typed.Out.Split('\n').Max(text => text.Length), Is.LessThanOrEqualTo(80));
    }

    [Test]
    public void A_long_list_has_a_line_for_each_part_and_says_how_to_see_the_rest()
    {
        var brief = TypedCommand.Run("list", "pools").Out;
        var lines = brief.TrimEnd('\n').Split('\n');
        Assert.That(lines.Count(line => !line.StartsWith(' ')), Is.LessThanOrEqualTo(70));
        Assert.That(brief.ReplaceLineEndings(" "), Does.EndWith("those that have TEXT in their name, path or words with what stands in them, --all everything. "));
        var full = TypedCommand.Run("list", "pools", "--all").Out;
        Assert.That(full, Does.Contain("pools.community-bed@ely.capacity = 26 beds"));
        Assert.That(brief, Does.Contain("community-bed: Community bed").And.Not.Contain("pools.community-bed@ely.capacity"));
        using var json = JsonDocument.Parse(TypedCommand.Run("list", "pools", "--json").Out);
        Assert.That(json.RootElement.GetArrayLength(), Is.EqualTo(full.Split('\n').Count(line => line.Length > 0 && line[0] != ' ')));
        Assert.That(TypedCommand.Run("list", "pools", "community", "bed").Out, Does.Contain("pools.community-bed@ely.capacity"));
    }

    [Test]
    public void Json_has_each_path_with_all_that_is_known_of_it()
    {
        using var json = JsonDocument.Parse(TypedCommand.Run("list", "paths", "community-bed.capacity", "--system", "two-wards", "--json").Out);
        var path = json.RootElement.EnumerateArray().Single();
        Assert.That(string.Join('|', new[] { "path", "value", "unit", "range", "status", "section", "part", "file" }.Select(name => path.GetProperty(name).GetString())),
            Is.EqualTo("pools.community-bed.capacity|14|beds|12 to 16|assumed|pools|community-bed|system.yaml"));
        Assert.That(path.GetProperty("may_be").GetString(), Does.StartWith("a number, unlimited"));
        Assert.That(path.GetProperty("line").GetInt32(), Is.EqualTo(23));
    }

    [Test]
    public void What_matches_nothing_is_refused_with_the_near_word()
    {
        var typed = TypedCommand.Run("list", "paths", "elyy");
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(typed.Error, Does.Contain("'elyy'").And.Contain("Did you mean \"ely\"?"));
    }

    [Test]
    public void A_text_narrows_scenarios_and_measures_too()
    {
        var typed = TypedCommand.Run("list", "scenarios", "hubs");
        Assert.That(typed.Out, Does.StartWith("rural-hubs").And.Not.Contain("winter\n"));
    }
}
