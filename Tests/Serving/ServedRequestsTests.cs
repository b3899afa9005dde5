using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using FlowSim.Cli.Running;
using FlowSim.Tests.Cli;

namespace FlowSim.Tests.Serving;

/// <summary>What the server lets in, and that its numbers are those of a comparison.</summary>
public sealed class ServedRequestsTests() : ServedTests(Town.Yaml, "6")
{
    private const int Pages = 20;

    [Test]
    public async Task A_wrong_token_another_origin_and_another_name_are_refused()
    {
        var root = new Uri(Served.Address).GetLeftPart(UriPartial.Authority);
        Assert.That((await Client.GetAsync(root + "/")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await Client.GetAsync(Served.Address[..^2] + "x/")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        var page = await NewPage();
        Assert.That(await Status(HttpMethod.Post, page + "undo", "Origin", "http://evil.example"), Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await Status(HttpMethod.Post, page + "undo", "Sec-Fetch-Site", "cross-site"), Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await Status(HttpMethod.Get, page + "events", "Sec-Fetch-Site", "cross-site"), Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await Status(HttpMethod.Get, page, "Host", "evil.example"), Is.EqualTo(HttpStatusCode.MisdirectedRequest));
        Assert.That(await Status(HttpMethod.Get, page, "Sec-Fetch-Site", "none"), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(new Uri(Served.Address).Host, Is.EqualTo("127.0.0.1"));
    }

    [TestCase("chart/../../../etc/passwd")]
    [TestCase("chart/%2e%2e%2f%2e%2e%2fetc%2fpasswd")]
    [TestCase("..%2f..%2fpage.css")]
    [TestCase("nothing.html")]
    public async Task No_file_is_served_but_what_the_page_has(string path)
    {
        var answer = await Client.GetAsync(await NewPage() + path);
        Assert.That((int)answer.StatusCode, Is.InRange(400, 499));
    }

    [Test]
    public async Task A_page_that_is_not_there_is_said_and_a_step_that_is_not_there_is_refused()
    {
        Assert.That((await Client.GetAsync(Served.Address + "ffff/")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await Client.PostAsync(await NewPage() + "explode", null)).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        var large = new MultipartFormDataContent { { new ByteArrayContent(new byte[2 << 20]), "file", "large.yaml" } };
        Assert.That((int)(await Client.PostAsync(await NewPage() + "read", large)).StatusCode, Is.InRange(400, 499));
    }

    [Test]
    public async Task A_file_that_is_no_scenario_is_said_to_be_none()
    {
        var page = await NewPage();
        var file = new MultipartFormDataContent { { new ByteArrayContent("pools: [ {"u8.ToArray()), "file", "bad.yaml" } };
        var html = await (await Client.PostAsync(page + "read", file)).Content.ReadAsStringAsync();
        Assert.That(html, Does.Contain("bad.yaml").And.Contain("role=\"alert\""));
    }

    [Test]
    public async Task A_plus_adds_a_missing_value_is_said_and_a_queue_without_end_is_warned_of()
    {
        var page = await NewPage();
        Assert.That(await Step(page, "move", ("path", "pools.ward-bed@north.capacity"), ("value", "+3")), Does.Contain("capacity + 3"));
        Assert.That(await Step(page, "move", ("path", "pools.ward-bed@north.capacity"), ("value", "")), Does.Contain("A value is missing"));
        using var nothing = new StringContent("title=a%00b", Encoding.ASCII, "application/x-www-form-urlencoded");
        Assert.That((int)(await Client.PostAsync(page + "rename", nothing)).StatusCode, Is.InRange(200, 499));
        await Step(page, "move", ("path", "pools.ward-bed@north.capacity"), ("value", "5"));
        await Finished(page);
        Assert.That(await Client.GetStringAsync(page), Does.Contain("Warning: more is asked for than there is of Ward beds at North Hospital"));
    }

    [TestCase("22", "6")]
    [TestCase("{ value: 22, range: 16 to 28 }", "8")]
    public async Task What_it_shows_is_what_a_comparison_gives(string beds, string replications)
    {
        using var own = new ServedSystem(Town.Yaml, "", "--replications", replications);
        var page = await NewPage(own);
        var scenario = $"title: Mine\nchanges: [ {{ set: pools.ward-bed@north.capacity, to: {beds}, reason: more }} ]\n";
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(scenario));
        using var form = new MultipartFormDataContent { { file, "file", "mine.yaml" } };
        using var opened = await Client.PostAsync(page + "read", form);
        await Finished(page);
        using var results = new Results.TemporaryFolder();
        var saved = Path.Combine(results.Path, "mine-2.yaml");
        await File.WriteAllBytesAsync(saved, await Client.GetByteArrayAsync(page + "scenario.yaml"));
        var typed = TypedCommand.Run("compare", saved, "--system", own.System, "--years", "1", "--replications", replications, "--all", "--out", Path.Combine(results.Path, "r"));
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        var report = await Client.GetStringAsync(page + "report.html");
        var written = await File.ReadAllTextAsync(Path.Combine(results.Path, "r", "report.html"));
        Assert.That(written.Contains("with what is not known", StringComparison.Ordinal), Is.EqualTo(beds.Contains("range", StringComparison.Ordinal)));
        Assert.That(Tables(report), Is.EqualTo(Tables(written)).And.Not.Empty);
    }

    [Test]
    public async Task Queues_that_change_are_said_though_no_measure_of_the_headline_sees_them()
    {
        var page = await NewPage();
        await Step(page, "move", ("path", "pools.lounge.capacity"), ("value", "1"));
        var html = (await Finished(page)).GetProperty("html").GetString();
        Assert.That(html, Does.Contain("Queues that change by more than chance").And.Contain("Lounge").And.Contain("class=\"number sure\""));
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
        using var own = new ServedSystem(Town.Yaml, "", "--replications", "5000");
        using var watching = await Client.GetStreamAsync(await NewPage(own) + "events");
        await watching.ReadExactlyAsync(new byte[20]);
        Assert.That(own.End(), Is.EqualTo(ExitCode.Interrupted), "as of every command that Ctrl+C ends");
        Assert.That(own.Errors.ToString(), Does.Contain("ended"));
    }

    private static string Tables(string html)
    {
        var from = html.IndexOf("id=\"answer-table\"", StringComparison.Ordinal);
        return from < 0 ? "" : html[from..html.IndexOf("</table>", from, StringComparison.Ordinal)];
    }

    private async Task<HttpStatusCode> Status(HttpMethod method, string address, string header, string value)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode;
    }
}
