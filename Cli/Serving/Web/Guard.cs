using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace FlowSim.Cli.Serving.Web;

/// <summary>
/// Lets in who comes from this machine, by the address that was printed, from the page itself. The token stands in the address; another page in the same
/// browser does not know it, and a name that is made to point here is not ours.
/// </summary>
internal sealed class Guard(string token, int port)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private readonly byte[] secret = Encoding.ASCII.GetBytes(token);
    private readonly string[] hosts = [FormattableString.Invariant($"127.0.0.1:{port}"), FormattableString.Invariant($"localhost:{port}")];

    /// <summary>The refusal: status and reason; null: the request may pass.</summary>
    public (int Status, string Why)? Refusal(HttpRequest request)
    {
        if (!hosts.Contains(request.Host.Value))
        {
            return (StatusCodes.Status421MisdirectedRequest, "This is not the address that flowsim serve printed.");
        }

        var first = (request.Path.Value ?? "/").Split('/') is [_, var word, ..] ? word : "";
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(first), secret))
        {
            return (StatusCodes.Status403Forbidden, "The address lacks its token: open the whole address that flowsim serve printed.");
        }

        var origin = request.Headers.Origin.ToString();
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var isOurs = (origin.Length == 0 || Array.Exists(hosts, host => origin == "http://" + host)) && site is "" or "same-origin" or "none";
        return isOurs || (HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Mode"] == "navigate" && origin.Length == 0)
            ? null
            : (StatusCodes.Status403Forbidden, "Another page may not ask this.");
    }

    /// <summary>What every answer says to the browser.</summary>
    public static void Protect(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }
}
