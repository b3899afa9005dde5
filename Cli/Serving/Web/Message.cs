using FlowSim.Plots.Report;
using Microsoft.AspNetCore.Http;

namespace FlowSim.Cli.Serving.Web;

/// <summary>A page that says one thing, with the way on.</summary>
internal static class Message
{
    private const string Html = "text/html; charset=utf-8";

    /// <param name="text">What it says.</param>
    /// <param name="status">Of the answer.</param>
    /// <param name="to">Where the way on leads.</param>
    /// <param name="on">What it is called.</param>
    public static IResult Page(string text, int status, string to = "./", string on = "Back to the numbers")
    {
        var page = new HtmlWriter().Raw("<!DOCTYPE html>\n").Open("html", ("lang", "en-GB")).Open("head");
        page.Void("meta", ("charset", "utf-8")).Element("title", "FlowSim").Close();
        page.Open("body").Open("main").Element("p", text).Open("p").Element("a", on, ("href", to));
        return Results.Content(page.Close().Close().Close().Close().ToString(), Html, statusCode: status);
    }
}
