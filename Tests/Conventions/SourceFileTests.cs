using System.Text.RegularExpressions;

namespace FlowSim.Tests.Conventions;

/// <summary>What CONTRIBUTING.md promises about every source file: its name, its size, its namespace.</summary>
public sealed partial class SourceFileTests
{
    private const int MostLines = 400;
    private const int MostLinesOfType = 500;
    private const int MostColumns = 160;

    [Test]
    public void The_search_for_source_files_finds_product_and_tests()
    {
        var found = SourceFile.All.Select(file => file.RelativePath).ToList();
        Assert.That(found, Does.Contain("Cli/Program.cs"));
        Assert.That(found, Does.Contain("Tests/RepositoryRoot.cs"));
        Assert.That(found, Has.None.Contains("/obj/"));
    }

    [TestCase("StringUtils", true)]
    [TestCase("Helper", true)]
    [TestCase("PoolManager", true)]
    [TestCase("Common", true)]
    [TestCase("CommonRandomNumbers", false)]
    [TestCase("ServiceLevel", false)]
    public void A_catch_all_name_is_one_that_ends_in_a_catch_all_word(string name, bool expected) =>
        Assert.That(CatchAll().IsMatch(name), Is.EqualTo(expected));

    [Test]
    public void No_file_folder_or_type_has_a_catch_all_name()
    {
        var offenders = from file in SourceFile.All
                        let types = file.Lines.Select(line => TypeDeclaration().Match(line).Groups["name"].Value)
                        from name in types.Concat(file.Folders).Append(file.Name)
                        where CatchAll().IsMatch(name)
                        select $"{file.RelativePath}: {name}";
        Assert.That(offenders, Is.Empty);
    }

    [Test]
    public void No_product_file_is_over_400_lines()
    {
        var offenders = SourceFile.Product
            .Where(file => file.Lines.Length > MostLines)
            .Select(file => $"{file.RelativePath}: {file.Lines.Length} lines");
        Assert.That(offenders, Is.Empty);
    }

    [Test]
    public void The_search_for_types_finds_them_whole_and_in_all_their_files()
    {
        var one = new SourceFile("A/One.cs", ["namespace A;", "", "public sealed record Pair(", "    int First);", "", "internal partial class One", "{", "    int x;", "}"]);
        Assert.That(one.Types, Is.EqualTo(new[] { ("A.Pair", 2), ("A.One", 4) }));
        var types = SourceFile.Product.SelectMany(file => file.Types).ToLookup(type => type.Name, type => type.Lines);
        Assert.That(types["Simulator.State.WaitingLists"].Count(), Is.EqualTo(2));
        Assert.That(types["Simulator.State.RunState"].Single(), Is.GreaterThan(100));
    }

    /// <summary>A type in several files is as much to hold in the head as one in a long one.</summary>
    [Test]
    public void No_product_type_is_over_500_lines()
    {
        var offenders = SourceFile.Product.SelectMany(file => file.Types)
            .GroupBy(type => type.Name, type => type.Lines)
            .Where(type => type.Sum() > MostLinesOfType)
            .Select(type => $"{type.Key}: {type.Sum()} lines");
        Assert.That(offenders, Is.Empty);
    }

    /// <summary>A sentence may make its line longer, so that it can be searched for as the user reads it; raw text lies as it is.</summary>
    [Test]
    public void No_line_is_over_160_columns_but_for_a_text_in_it()
    {
        var offenders = from file in SourceFile.All
                        from line in file.Code
                        where Text().Replace(line.Text, "").Length > MostColumns
                        select $"{file.RelativePath}:{line.Number}: {line.Text.Length} columns";
        Assert.That(offenders, Is.Empty);
    }

    /// <summary>Cli/Program.cs and Benchmarks/Program.cs are statements without a namespace; every other file says where it lies.</summary>
    [Test]
    public void A_namespace_is_file_scoped_and_says_the_folder()
    {
        var offenders = from file in SourceFile.All
                        where file.Name != "Program"
                        let expected = $"namespace FlowSim.{string.Join('.', file.Folders)};"
                        let written = file.Lines.Where(line => line.StartsWith("namespace ", StringComparison.Ordinal))
                        where !written.SequenceEqual([expected])
                        select $"{file.RelativePath}: expected '{expected}', received '{string.Join(" ", written)}'";
        Assert.That(offenders, Is.Empty);
    }

    [GeneratedRegex(@"""(\\.|[^""\\])*""")]
    private static partial Regex Text();

    [GeneratedRegex("(^|[a-z0-9])(Utils?|Utilit(y|ies)|Helpers?|Commons?|Managers?|Services?)$")]
    private static partial Regex CatchAll();

    [GeneratedRegex(
        @"^\s*((public|internal|private|protected|file|static|sealed|abstract|partial|readonly|ref)\s+)*(class|struct|interface|enum|record(\s+(class|struct))?)\s+(?<name>\w+)")]
    private static partial Regex TypeDeclaration();
}
