using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace FlowSim.Tests.Serving;

/// <summary>Tests that ask <c>flowsim serve</c> as a browser does.</summary>
/// <param name="yaml">The system.</param>
/// <param name="replications">After which the answer is left.</param>
/// <param name="costs">Prices of what is used; empty: none.</param>
public abstract class ServedTests(string yaml, string replications, string costs = "")
{
    /// <summary>Does not follow where it is sent to.</summary>
    protected HttpClient Client { get; private set; } = null!;

    private protected ServedSystem Served { get; private set; } = null!;

    [OneTimeSetUp]
    public void Start()
    {
        Served = new ServedSystem(yaml, costs, "--replications", replications);
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
    }

    [OneTimeTearDown]
    public void Stop()
    {
        Client.Dispose();
        Served.Dispose();
    }

    /// <summary>The address of a page of its own.</summary>
    protected Task<string> NewPage() => NewPage(Served);

    private protected async Task<string> NewPage(ServedSystem at)
    {
        using var answer = await Client.GetAsync(at.Address);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        return at.Address + answer.Headers.Location!.OriginalString;
    }

    /// <summary>The page after a step.</summary>
    protected async Task<string> Step(string page, string step, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.ToDictionary(field => field.Name, field => field.Value));
        using var answer = await Client.PostAsync(page + step, form);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Another number of beds in the north; the page after it.</summary>
    protected async Task<string> Move(string page, string value)
    {
        var moved = await Step(page, "move", ("path", "pools.ward-bed@north.capacity"), ("value", value));
        Assert.That(moved, Does.Contain("capacity " + value));
        return moved;
    }

    /// <summary>Watches until all replications are finished; what came last.</summary>
    protected Task<JsonElement> Finished(string page) => Until(page, state => state.GetProperty("status").GetString()!.EndsWith("Finished.", StringComparison.Ordinal));

    /// <summary>Watches until something is so; what came last.</summary>
    protected async Task<JsonElement> Until(string page, Func<JsonElement, bool> holds)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page + "events");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        using var answer = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(), Encoding.UTF8);
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal) && JsonDocument.Parse(line["data: ".Length..]).RootElement is var state && holds(state))
            {
                return state;
            }
        }

        throw new InvalidOperationException("The events ended");
    }
}
