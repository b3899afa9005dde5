using System.Collections.Concurrent;

namespace FlowSim.Tests.Cookbook;

/// <summary>The runs of the recipes, each made once for all tests.</summary>
[SetUpFixture]
public sealed class RecipeRuns
{
    private static readonly ConcurrentDictionary<string, Lazy<RecipeRun>> Made = new(StringComparer.Ordinal);

    internal static RecipeRun Of(string recipe) => Made.GetOrAdd(recipe, name => new Lazy<RecipeRun>(() => new RecipeRun(name))).Value;

    [OneTimeTearDown]
    public void Remove()
    {
        foreach (var run in Made.Values.Where(run => run.IsValueCreated))
        {
            run.Value.Dispose();
        }
    }
}
