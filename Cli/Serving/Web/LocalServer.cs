using System.Net;
using System.Security.Cryptography;
using FlowSim.Cli.Running;
using FlowSim.Cli.Serving.Engine;
using FlowSim.Cli.Serving.Pages;
using FlowSim.Cli.Serving.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FlowSim.Cli.Serving.Web;

/// <summary>The server: this machine alone, its own token in the address.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private const int TokenBytes = 18;

    /// <summary>A scenario file is no larger [bytes].</summary>
    private const long MostBody = 1 << 20;

    private readonly WebApplication app;
    private readonly WorkSessions sessions;
    private readonly string token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
    private Guard? guard;

    private LocalServer(Workshop workshop)
    {
        sessions = new WorkSessions(workshop);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "flowsim", ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, workshop.Settings.Port);
            kestrel.Limits.MaxRequestBodySize = MostBody;
            kestrel.AddServerHeader = false;
        });
        builder.Services.Configure<FormOptions>(forms => (forms.ValueCountLimit, forms.MultipartBodyLengthLimit) = (64, MostBody));
        app = builder.Build();
        app.Use(Check);
        new Routes(workshop, new LeverList(workshop), sessions).Map(app.MapGroup("/" + token));
    }

    /// <summary>What is to be opened.</summary>
    public string Address { get; private set; } = "";

    /// <summary>A server that has begun.</summary>
    /// <exception cref="CommandFailure">The port is taken.</exception>
    public static async Task<LocalServer> Start(Workshop workshop)
    {
        var server = new LocalServer(workshop);
        try
        {
            await server.app.StartAsync(workshop.Ends).ConfigureAwait(false);
        }
        catch (IOException failure)
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw new CommandFailure(ExitCode.Files, $"port {workshop.Settings.Port} cannot be had: {failure.Message.TrimEnd('.')}. Name another with --port, or none.");
        }

        var address = server.app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        server.guard = new Guard(server.token, new Uri(address).Port);
        server.Address = $"{address}/{server.token}/";
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        sessions.Dispose();
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await app.StopAsync(soon.Token).ConfigureAwait(false);
        await app.DisposeAsync().ConfigureAwait(false);
    }

    private Task Check(HttpContext context, RequestDelegate next)
    {
        Guard.Protect(context.Response);
        if (guard?.Refusal(context.Request) is not { } refusal)
        {
            return guard is null ? Task.CompletedTask : next(context);
        }

        context.Response.StatusCode = refusal.Status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(refusal.Why);
    }
}
