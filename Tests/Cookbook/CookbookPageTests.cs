using System.Text.RegularExpressions;
using FlowSim.Tests.Cli;
using FlowSim.Tests.Golden;

namespace FlowSim.Tests.Cookbook;

/// <summary><c>docs/cookbook.md</c> and its folders say the same, and <c>check</c> finds nothing in them.</summary>
public sealed partial class CookbookPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "cookbook.md"));

    internal static string[] Recipes { get; } =
        [.. Directory.GetDirectories(Path.Combine(RepositoryRoot.Path, "docs", "cookbook")).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];

    [Test]
    public void There_are_eight_recipes_and_each_is_on_the_page()
    {
        Assert.That(Recipes, Has.Length.EqualTo(8));
        Assert.That(Command().Matches(Page).Select(match => match.Groups["recipe"].Value), Is.EquivalentTo(Recipes));
    }

    [TestCaseSource(nameof(Recipes))]
    public void The_files_on_the_page_are_those_of_the_folder(string recipe)
    {
        var shown = ShownFile().Matches(Page)
            .Where(match => match.Groups["file"].Value.StartsWith(recipe + "/", StringComparison.Ordinal))
            .ToDictionary(match => match.Groups["file"].Value, match => match.Groups["text"].Value);
        var folder = RecipeRun.FolderOf(recipe);
        var kept = Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".svg", StringComparison.Ordinal))
            .ToDictionary(file => $"{recipe}/{Path.GetRelativePath(folder, file).Replace('\\', '/')}", File.ReadAllText);
        Assert.That(shown, Is.EquivalentTo(kept));
    }

    [TestCaseSource(nameof(Recipes))]
    public void Check_finds_nothing_not_even_a_warning(string recipe)
    {
        var check = TypedCommand.Run("check", RecipeRun.FolderOf(recipe));
        Assert.That((check.Exit, check.Error), Is.EqualTo((0, "")));
        Assert.That(check.Out, Does.EndWith($"{recipe}: ok\n"));
    }

    /// <summary>The version is left out of the comparison.</summary>
    [TestCaseSource(nameof(Recipes))]
    public void The_picture_is_the_one_that_the_program_draws(string recipe)
    {
        var run = RecipeRuns.Of(recipe);
        Assert.That(Page, Does.Contain($"](cookbook/{recipe}/network.svg)"));
        GoldenFile.Check("docs/cookbook", $"{recipe}/network.svg", run.Network(), text => Version().Replace(text, "FlowSim"));
    }

    [GeneratedRegex("^flowsim compare --system docs/cookbook/(?<recipe>[a-z-]+?)( --distributions)?$", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex("^`(?<file>[a-z/.-]+)`\n\n```[a-z]+\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ShownFile();

    [GeneratedRegex("FlowSim [0-9][^ ,]*")]
    private static partial Regex Version();
}
