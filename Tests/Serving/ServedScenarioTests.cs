using System.IO.Compression;
using System.Net;

namespace FlowSim.Tests.Serving;

/// <summary>What is done with scenarios on the page, and what is said of it.</summary>
public sealed class ServedScenarioTests() : ServedTests(Priced, "2", Costs)
{
    private const string Costs = """
        item,counts,gbp,unit,price_year,index,partner,counterparty,basis,factor,factor_range,range,covers,status,source,note
        bed day,use of ward-bed,100,bed day,2016/17,,trust,,cash,,,,ward-bed,assumed,a guess,
        """;

    private static readonly string Priced = Town.Yaml + """

        partners: [trust, council]
        prices: { year: 2016/17 }
        calendars: { days: { open: daily 08:00-20:00 } }
        """;

    [Test]
    public async Task What_is_moved_is_taken_out_once_and_not_what_stands_there_then()
    {
        var page = await NewPage();
        await Step(page, "move", ("path", "pools.ward-bed@north.capacity"), ("value", "+3"));
        var both = await Step(page, "move", ("path", "pools.lounge.capacity"), ("value", "6"));
        const string First = "Ward beds, North Hospital: capacity + 3";
        Assert.That(both, Does.Contain($"Take out: {First}").And.Contain("Take out: Lounge: capacity 6"));
        (string, string)[] what = [("index", "0"), ("words", First)];
        Assert.That(await Step(page, "take-out", what), Does.Not.Contain($"Take out: {First}").And.Contain("Take out: Lounge: capacity 6"));
        Assert.That(await Step(page, "take-out", what), Does.Contain("Take out: Lounge: capacity 6"), "the second click of two");
    }

    [Test]
    public async Task A_field_has_what_runs_with_all_that_is_included_and_changed()
    {
        var page = await NewPage();
        const string Path = "pools.ward-bed@north.capacity";
        Assert.That(Shown(await Step(page, "include", ("include", "ten-more")), Path), Is.EqualTo("22"));
        Assert.That(Shown(await Step(page, "move", ("path", Path), ("value", "+2")), Path), Is.EqualTo("24"));
        Assert.That(Shown(await Step(page, "move", ("path", Path), ("value", "18")), Path), Is.EqualTo("18"), "what is typed is what runs");
        var own = await Step(page, "exclude", ("include", "ten-more"));
        Assert.That(own, Does.Not.Contain("All of:").And.Contain("capacity 18"));
        Assert.That(await Step(page, "move", ("path", Path), ("value", "12")), Does.Contain("Nothing yet"), "as in the baseline");
        Assert.That(Shown(await Step(page, "move", ("path", "pools.ward-bed.capacity"), ("value", "30")), Path), Is.EqualTo("30"), "both wards");
    }

    [Test]
    public async Task A_cost_is_looked_at_where_nothing_is_changed_too()
    {
        var page = await NewPage();
        Assert.That(await Step(page, "cost", ("pounds", "abc"), ("partner", "council"), ("often", "year")), Does.Contain("an amount in pounds").And.Not.Contain("Cost:"));
    }

    [Test]
    public async Task Of_a_file_the_line_is_said_where_it_is_wrong()
    {
        using var file = new ByteArrayContent("title: x\nchanges:\n  - { set: pools.lounge.capacity, to: abc }\n"u8.ToArray());
        using var form = new MultipartFormDataContent { { file, "file", "wrong.yaml" } };
        using var answer = await Client.PostAsync(await NewPage() + "read", form);
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("line 3: ").And.Contain("abc").And.Not.Contain("flowsim-serve-"));
    }

    [TestCase("opening+hours", "calendars.")]
    [TestCase("demand", "streams.arrivals.rate")]
    [TestCase("length+of+stay", "stages.ward.time")]
    public async Task It_is_found_by_what_people_call_it(string words, string path) =>
        Assert.That(await Client.GetStringAsync(await NewPage() + "?q=" + words), Does.Contain($"value=\"{path}"));

    [Test]
    public async Task What_is_deleted_can_be_brought_back_with_its_steps()
    {
        var page = await NewPage();
        await Move(page, "14");
        await Step(page, "rename", ("title", "Two more"));
        Assert.That(await Step(page, "delete"), Does.Contain("Bring back “Two more”").And.Contain(">My scenario<"));
        var back = await Step(page, "bring-back");
        Assert.That(back, Does.Contain(">Two more<").And.Contain("capacity 14").And.Not.Contain(">My scenario<").And.Not.Contain("Bring back"));
        Assert.That(await Step(page, "undo"), Does.Contain(">My scenario<").And.Contain("capacity 14"));
    }

    [Test]
    public async Task What_a_scenario_costs_is_counted_and_can_be_taken_out()
    {
        var page = await NewPage();
        Assert.That(await Move(page, "14"), Does.Contain("What it costs").And.Contain("<option value=\"council\">Council</option>"));
        Assert.That(await Step(page, "cost", ("pounds", "a lot"), ("partner", "council"), ("often", "year")), Does.Contain("an amount in pounds").And.Contain("a lot").And.Not.Contain("flowsim-serve-"));
        var costed = await Step(page, "cost", ("pounds", "420000"), ("partner", "council"), ("often", "year"), ("line", "two beds"));
        const string Cost = "two beds: £420000 a year, paid by council";
        Assert.That(costed, Does.Contain("Cost: " + Cost));
        var last = await Finished(page);
        Assert.That(last.GetProperty("html").GetString(), Does.Contain("Whose money").And.Contain("420k"));
        Assert.That(await Client.GetStringAsync(page + "scenario.yaml"), Does.Contain("gbp_per_year: 420000").Or.Contain("gbp_per_year: \"420000\"").And.Contain("price_year"));
        Assert.That(await Step(page, "take-out-cost", ("index", "0"), ("words", Cost)), Does.Not.Contain(Cost));
    }

    [Test]
    public async Task A_problem_is_said_without_the_files_of_the_server()
    {
        var page = await NewPage();
        var refused = await Step(page, "move", ("path", "pools.ward-bed@north.capacity"), ("value", "a dozen"));
        Assert.That(refused, Does.Contain("a dozen").And.Not.Contain("flowsim-serve-").And.Not.Contain(".yaml:"));
        Assert.That(await Step(page, "move", ("path", "pools.lounge.capacity"), ("value", "5"), ("from", "2031-01-01")), Does.Contain("capacity 5, from 2031-01-01"));
        var last = await Finished(page);
        Assert.That(last.GetProperty("html").GetString(), Does.Contain("Warning: in the change of place 1:").And.Contain("never comes into force"));
    }

    [Test]
    public async Task A_row_of_a_table_that_is_a_capacity_is_listed_once()
    {
        var found = await Client.GetStringAsync(await NewPage() + "?q=north+beds");
        Assert.That(found, Does.Contain("pools.ward-bed@north.capacity").And.Not.Contain("tables.beds"));
    }

    [TestCase("explode", HttpStatusCode.BadRequest, "There is no such step", "./")]
    [TestCase("chart/nothing.svg", HttpStatusCode.NotFound, "There is no such chart", "../")]
    public async Task An_error_is_a_page_with_the_way_back(string path, HttpStatusCode status, string text, string back)
    {
        var page = await NewPage();
        using var answer = path.Contains('.', StringComparison.Ordinal) ? await Client.GetAsync(page + path) : await Client.PostAsync(page + path, null);
        Assert.That(answer.StatusCode, Is.EqualTo(status));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(text).And.Contain($"href=\"{back}\""));
    }

    [Test]
    public async Task A_part_of_a_bed_is_refused_beside_its_field_as_by_a_command()
    {
        var refused = await Step(await NewPage(), "move", ("path", "pools.ward-bed@north.capacity"), ("value", "12.5"));
        Assert.That(refused, Does.Contain("expected a whole number of units").And.Contain("Write 12 or 13").And.Contain("Nothing yet"));
        Assert.That(Shown(refused, "pools.ward-bed@north.capacity"), Is.EqualTo("12"));
    }

    [Test]
    public async Task Of_a_capacity_that_is_scaled_the_field_has_whole_beds_and_takes_them()
    {
        var page = await NewPage();
        const string Path = "pools.ward-bed@north.capacity";
        var scaled = await Step(page, "move", ("path", Path), ("value", "+5 %"));
        Assert.That(Shown(scaled, Path), Is.EqualTo("13"), "of 12.6");
        Assert.That(await Step(page, "move", ("path", Path), ("value", Shown(scaled, Path))), Does.Contain("capacity 13").And.Not.Contain("whole number of units"));
    }

    [Test]
    public async Task So_much_more_of_a_time_is_so_much_more_of_its_mean()
    {
        var page = await NewPage();
        const string Path = "stages.ward.time";
        await Client.GetStringAsync(page + "?q=ward+time");
        Assert.That(Shown(await Step(page, "move", ("path", Path), ("value", "+1")), Path), Is.EqualTo("exponential mean 5 d"));
        Assert.That(Shown(await Step(page, "move", ("path", Path), ("value", "+12 h")), Path), Is.EqualTo("exponential mean 5.5 d"));
        Assert.That(Shown(await Step(page, "move", ("path", Path), ("value", "+10 %")), Path), Is.EqualTo("exponential mean 6.05 d"));
        var own = await Step(page, "move", ("path", Path), ("value", "exponential mean 3 d"));
        Assert.That(Shown(own, Path), Is.EqualTo("exponential mean 3 d"));
        Assert.That(own.Split("Take out: ").Length - 1, Is.EqualTo(1), "what is typed takes the place of all that was added before");
    }

    [Test]
    public async Task Copies_are_numbered()
    {
        var page = await NewPage();
        await Move(page, "14");
        await Step(page, "rename", ("title", "Ten beds of 2017"));
        await Step(page, "copy");
        var copied = await Step(page, "copy");
        Assert.That(copied, Does.Contain(">Ten beds of 2017<").And.Contain(">Ten beds of 2017 2<").And.Contain(">Ten beds of 2017 3<").And.Not.Contain("copy)"));
    }

    [Test]
    public async Task What_is_not_saved_is_said_until_it_is()
    {
        const string Not = "is not saved: save it as a file";
        var page = await NewPage();
        Assert.That(await Client.GetStringAsync(page), Does.Not.Contain(Not).And.Contain("data-unsaved=\"0\"").And.Contain("ends with flowsim serve"));
        Assert.That(await Move(page, "14"), Does.Contain("My scenario " + Not).And.Contain("data-unsaved=\"1\""));
        await Step(page, "new");
        Assert.That(await Client.GetStringAsync(page + "scenario.yaml?number=1"), Does.Contain("to: 14").Or.Contain("to: \"14\""));
        Assert.That(await Client.GetStringAsync(page), Does.Not.Contain(Not).And.Contain("data-unsaved=\"0\""));
        await Step(page, "choose", ("number", "1"));
        Assert.That(await Move(page, "15"), Does.Contain(Not), "what was saved is another");
        Assert.That(await Step(page, "undo"), Does.Not.Contain(Not), "and is it again");
    }

    [Test]
    public async Task The_workbook_has_where_people_wait()
    {
        var page = await NewPage();
        await Move(page, "22");
        await Finished(page);
        using var workbook = new ZipArchive(new MemoryStream(await Client.GetByteArrayAsync(page + "answer.xlsx")));
        using var sheets = new StreamReader(workbook.GetEntry("xl/workbook.xml")!.Open());
        Assert.That(await sheets.ReadToEndAsync(), Does.Contain("\"Queues\""));
    }

    private static string Shown(string page, string path)
    {
        var at = page.IndexOf($"value=\"{path}\"", StringComparison.Ordinal);
        const string Field = "name=\"value\" value=\"";
        var from = page.IndexOf(Field, at, StringComparison.Ordinal) + Field.Length;
        return page[from..page.IndexOf('"', from)];
    }

    [Test]
    public async Task The_head_of_a_page_can_be_asked_for()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, await NewPage());
        using var answer = await Client.SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.Empty);
    }
}
