using System.Collections.Concurrent;
using System.Security.Cryptography;
using FlowSim.Cli.Serving.Engine;

namespace FlowSim.Cli.Serving.Work;

/// <summary>The sessions of all pages. Of many, one on which nothing was moved goes, else the one that was left longest ago.</summary>
internal sealed class WorkSessions(Workshop workshop) : IDisposable
{
    private const int Most = 100;
    private const int IdBytes = 9;

    private readonly ConcurrentDictionary<string, WorkSession> sessions = new(StringComparer.Ordinal);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("flowsim-serve-");

    public WorkSession New()
    {
        while (sessions.Count >= Most && sessions.Values.Where(session => !session.IsWatched)
            .OrderBy(session => session.Steps > 0).ThenBy(session => session.LastSeen).FirstOrDefault() is { } left)
        {
            sessions.TryRemove(left.Id, out _);
            left.Dispose();
        }

        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        return sessions.GetOrAdd(id, key => new WorkSession(workshop, key, new DirectoryInfo(Path.Combine(folder.FullName, key))));
    }

    public WorkSession? Find(string id) => sessions.GetValueOrDefault(id);

    public void Dispose()
    {
        foreach (var session in sessions.Values)
        {
            session.Dispose();
        }

        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // It is a temporary one.
        }
    }
}
