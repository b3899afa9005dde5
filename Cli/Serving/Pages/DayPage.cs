using FlowSim.Cli.Serving.Engine;
using FlowSim.Cli.Serving.Work;
using FlowSim.Plots.Report;

namespace FlowSim.Cli.Serving.Pages;

/// <summary>The page on which one day of one replication is played: controls, the picture, which its script fetches, and who is at a place.</summary>
/// <param name="workshop">The system.</param>
/// <param name="session">Its open scenario is played.</param>
/// <param name="choice">The days there are.</param>
/// <param name="day">Which; null: one was named that there is not.</param>
internal sealed class DayPage(Workshop workshop, WorkSession session, DayChoice choice, DateOnly? day)
{
    private const int Most = 24 * 60 * 60;

    public string Html()
    {
        var system = workshop.System.Title.Length > 0 ? workshop.System.Title : workshop.System.Id;
        var scenario = session.Open.Now.IsEmpty ? "Baseline" : session.Open.Now.Title;
        var page = new HtmlWriter().Raw("<!DOCTYPE html>\n").Open("html", ("lang", "en-GB")).Open("head").EndLine();
        page.Void("meta", ("charset", "utf-8")).Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        page.Element("title", $"One possible day: {scenario}: {system}").Void("link", ("rel", "icon"), ("href", "data:,"));
        page.Void("link", ("rel", "stylesheet"), ("href", "../page.css")).Void("link", ("rel", "stylesheet"), ("href", "../day.css"));
        page.Open("script", ("src", "../day-picture.js"), ("defer", "")).Close().Open("script", ("src", "../day.js"), ("defer", "")).Close().Close();
        page.Open("body").Open("header").Element("h1", $"One possible day: {scenario}");
        page.Open("p", ("class", "note")).Text(system + ". ").Element("a", "Back to the numbers", ("href", "./")).Close().Close();
        page.Open("main", ("class", "day")).EndLine();
        page.Element("p", "One possible day of one replication, not a forecast: another replication has another day. No patient is a real person.", ("class", "honest"));
        Choice(page);
        if (day is { } date)
        {
            Day(page, date);
        }
        else
        {
            page.Element("p", choice.Refusal, ("class", "problem"), ("role", "alert"));
        }

        return page.Close().Close().Close().ToString();
    }

    private void Choice(HtmlWriter page)
    {
        page.Open("form", ("method", "get"), ("action", "day"), ("class", "choice")).EndLine();
        page.Open("label").Text("Day ").Void("input", ("type", "date"), ("name", "date"), ("required", ""), ("min", DayChoice.Written(choice.First)),
            ("max", DayChoice.Written(choice.Last)), ("value", DayChoice.Written(day ?? choice.Default))).Close();
        page.Element("button", "Show this day", ("type", "submit")).Close();
    }

    private void Day(HtmlWriter page, DateOnly date)
    {
        page.Element("h2", DayChoice.InWords(date), ("id", "day-title"));
        if (!choice.HasDates)
        {
            page.Element("p", "The system has no dates: this one stands for no real day.", ("class", "note"));
        }

        page.Element("p", "Working out the day. The first page of a system waits for the years before the branch.", ("id", "status"), ("role", "status"), ("data-running", "true"));
        page.Element("p", "", ("id", "problem"), ("class", "problem"), ("role", "alert"));
        page.Open("p", ("id", "moved"), ("class", "honest"), ("role", "status"), ("hidden", "")).Text("The scenario has been changed since: ")
            .Element("a", "show the day as it is now", ("href", $"day?date={DayChoice.Written(date)}")).Text(".").Close();
        page.Open("noscript").Element("p", "This page plays a day: it needs its script.", ("class", "problem")).Close();
        page.Open("div", ("id", "player"), ("hidden", ""), ("data-date", DayChoice.Written(date)), ("data-steps", FormattableString.Invariant($"{session.Steps}"))).EndLine();
        Controls(page);
        page.Open("p", ("class", "key note")).Element("span", "", ("class", "dot seen")).Text(" is seen, in a bed or on the way ")
            .Element("span", "", ("class", "dot waits")).Text(" waits; each dot is a patient. The field beside a box has those who wait for it, in a bed elsewhere or without one: the longer the queue, the redder. Choose a box to see who is there.").Close();
        page.Open("div", ("id", "picture"), ("tabindex", "0"), ("role", "region"), ("aria-label", "Picture of the network")).EndLine();
        page.Open("div", ("id", "network")).Close().Open("canvas", ("id", "patients"), ("aria-hidden", "true")).Close().Close();
        page.Open("section", ("id", "who"), ("aria-labelledby", "who-title"), ("tabindex", "-1")).Element("h2", "Who is there", ("id", "who-title"));
        page.Element("p", "Choose a box of the picture.", ("id", "who-sum"), ("class", "note"));
        page.Open("div", ("id", "who-list"), ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", "The list, longest wait first"), ("hidden", "")).Close();
        page.Close().Close();
    }

    private static void Controls(HtmlWriter page)
    {
        page.Open("div", ("class", "controls"), ("role", "group"), ("aria-label", "Playing the day")).EndLine();
        page.Element("button", "Play", ("type", "button"), ("id", "play")).Element("button", "Next event", ("type", "button"), ("id", "step"));
        page.Open("label").Text("Speed ").Open("select", ("id", "speed"));
        foreach (var (words, factor) in new[] { ("half", "0.5"), ("a day in 30 s", "1"), ("twice", "2"), ("four times", "4") })
        {
            page.Element("option", words, ("value", factor), ("selected", factor == "1" ? "" : null));
        }

        page.Close().Close();
        page.Open("label").Text("Picture ").Open("select", ("id", "zoom"));
        page.Element("option", "to be read", ("value", "read"), ("selected", "")).Element("option", "all of it", ("value", "whole")).Close().Close();
        page.Open("label", ("class", "time")).Text("Time ").Void("input", ("type", "range"), ("id", "time"), ("min", "0"),
            ("max", FormattableString.Invariant($"{Most}")), ("step", "60"), ("value", "0")).Close();
        page.Element("output", "00:00:00", ("id", "clock"), ("for", "time")).Element("span", "", ("id", "present"));
        page.Close();
        page.Element("p", "", ("id", "latest"), ("class", "note"));
    }
}
