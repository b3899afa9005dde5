using System.Security.Cryptography;
using System.Text;

namespace FlowSim.Scenarios.Results;

/// <summary>One hash for many inputs.</summary>
public static class InputHashes
{
    /// <summary>SHA-256, lower-case hex, of the lines <c>hash  file</c> in the given order (what <c>sha256sum</c> prints).</summary>
    public static string Combine(IReadOnlyList<InputFacts> inputs)
    {
        var lines = string.Concat(inputs.Select(input => $"{input.Sha256}  {input.File}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines)));
    }
}
