using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using FlowSim.Tests.Cli;

namespace FlowSim.Tests.Serving;

/// <summary>What the server lets in, and that its numbers are those of a comparison.</summary>
public sealed class ServedRequestsTests
{
    private const int Pages = 20;

    private ServedSystem served = null!;
    private HttpClient client = null!;

    [OneTimeSetUp]
    public void Start()
    {
        served = new ServedSystem(Town.Yaml, "--replications", "6");
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        served.Dispose();
    }

    [Test]
    public async Task A_wrong_token_another_origin_and_another_name_are_refused()
    {
        var root = new Uri(served.Address).GetLeftPart(UriPartial.Authority);
        Assert.That((await client.GetAsync(root + "/")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await client.GetAsync(served.Address[..^2] + "x/")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        var page = await NewPage();
        Assert.That(await Status(HttpMethod.Post, page + "undo", "Origin", "http://evil.example"), Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await Status(HttpMethod.Post, page + "undo", "Sec-Fetch-Site", "cross-site"), Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await Status(HttpMethod.Get, page + "events", "Sec-Fetch-Site", "cross-site"), Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await Status(HttpMethod.Get, page, "Host", "evil.example"), Is.EqualTo(HttpStatusCode.MisdirectedRequest));
        Assert.That(await Status(HttpMethod.Get, page, "Sec-Fetch-Site", "none"), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(new Uri(served.Address).Host, Is.EqualTo("127.0.0.1"));
    }

    [TestCase("chart/../../../etc/passwd")]
    [TestCase("chart/%2e%2e%2f%2e%2e%2fetc%2fpasswd")]
    [TestCase("..%2f..%2fpage.css")]
    [TestCase("nothing.html")]
    public async Task No_file_is_served_but_what_the_page_has(string path)
    {
        var answer = await client.GetAsync(await NewPage() + path);
        Assert.That((int)answer.StatusCode, Is.InRange(400, 499));
    }

    [Test]
    public async Task A_page_that_is_not_there_is_said_and_a_step_that_is_not_there_is_refused()
    {
        Assert.That((await client.GetAsync(served.Address + "ffff/")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await client.PostAsync(await NewPage() + "explode", null)).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        var large = new MultipartFormDataContent { { new ByteArrayContent(new byte[2 << 20]), "file", "large.yaml" } };
        Assert.That((int)(await client.PostAsync(await NewPage() + "read", large)).StatusCode, Is.InRange(400, 499));
    }

    [Test]
    public async Task A_file_that_is_no_scenario_is_said_to_be_none()
    {
        var page = await NewPage();
        var file = new MultipartFormDataContent { { new ByteArrayContent("pools: [ {"u8.ToArray()), "file", "bad.yaml" } };
        var html = await (await client.PostAsync(page + "read", file)).Content.ReadAsStringAsync();
        Assert.That(html, Does.Contain("bad.yaml").And.Contain("role=\"alert\""));
    }

    [Test]
    public async Task A_plus_adds_a_missing_value_is_said_and_a_queue_without_end_is_warned_of()
    {
        var page = await NewPage();
        Assert.That(await Step(page, "move", ("path", "pools.ward-bed@north.capacity"), ("value", "+3")), Does.Contain("capacity + 3"));
        Assert.That(await Step(page, "move", ("path", "pools.ward-bed@north.capacity"), ("value", "")), Does.Contain("A value is missing"));
        using var nothing = new StringContent("title=a%00b", Encoding.ASCII, "application/x-www-form-urlencoded");
        Assert.That((int)(await client.PostAsync(page + "rename", nothing)).StatusCode, Is.InRange(200, 499));
        await Step(page, "move", ("path", "pools.ward-bed@north.capacity"), ("value", "5"));
        await Finished(page);
        Assert.That(await client.GetStringAsync(page), Does.Contain("Warning: more is asked for than there is of Ward beds at North Hospital"));
    }

    [Test]
    public async Task What_it_shows_is_what_a_comparison_gives()
    {
        var page = await NewPage();
        await Move(page, "22");
        await Finished(page);
        using var results = new Results.TemporaryFolder();
        var file = Path.Combine(results.Path, "my.yaml");
        await File.WriteAllBytesAsync(file, await client.GetByteArrayAsync(page + "scenario.yaml"));
        var typed = TypedCommand.Run("compare", file, "--system", served.System, "--years", "1", "--replications", "6", "--quick", "--all", "--out", Path.Combine(results.Path, "r"));
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        var report = await client.GetStringAsync(page + "report.html");
        var written = await File.ReadAllTextAsync(Path.Combine(results.Path, "r", "report.html"));
        Assert.That(Tables(report), Is.EqualTo(Tables(written)).And.Not.Empty);
    }

    [Test]
    public async Task Of_twenty_pages_at_once_none_starves()
    {
        var pages = await Task.WhenAll(Enumerable.Range(0, Pages).Select(_ => NewPage()));
        await Task.WhenAll(pages.Select(async (page, number) =>
        {
            await Move(page, $"{13 + number}");
            await Finished(page);
        }));
    }

    [Test]
    public async Task It_ends_at_once_while_it_calculates()
    {
        using var own = new ServedSystem(Town.Yaml, "--replications", "5000");
        using var watching = await client.GetStreamAsync(own.Address.TrimEnd('/') + "/" + await Redirect(own) + "events");
        await watching.ReadExactlyAsync(new byte[20]);
        Assert.That(own.End(), Is.Zero);
        Assert.That(own.Errors.ToString(), Does.Contain("ended"));
    }

    private static string Tables(string html)
    {
        var from = html.IndexOf("id=\"answer-table\"", StringComparison.Ordinal);
        return from < 0 ? "" : html[from..html.IndexOf("</table>", from, StringComparison.Ordinal)].Replace("my-scenario-1", "my", StringComparison.Ordinal);
    }

    private async Task<HttpStatusCode> Status(HttpMethod method, string address, string header, string value)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode;
    }

    private async Task<string> NewPage() => served.Address + await Redirect(served);

    private async Task<string> Redirect(ServedSystem at)
    {
        using var answer = await client.GetAsync(at.Address);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        return answer.Headers.Location!.OriginalString;
    }

    private async Task Move(string page, string value) =>
        Assert.That(await Step(page, "move", ("path", "pools.ward-bed@north.capacity"), ("value", value)), Does.Contain("capacity " + value));

    private async Task<string> Step(string page, string step, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.ToDictionary(field => field.Name, field => field.Value));
        using var answer = await client.PostAsync(page + step, form);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Watches until all replications are finished.</summary>
    private async Task Finished(string page)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page + "events");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(), Encoding.UTF8);
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal)
                && JsonDocument.Parse(line["data: ".Length..]).RootElement.GetProperty("status").GetString()!.EndsWith("Finished.", StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail("The events ended");
    }
}
