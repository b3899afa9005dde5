namespace FlowSim.Plots.Raster;

/// <summary>What to install, by system.</summary>
internal static class InstallHint
{
    private const string Override = $"A program that is elsewhere can be named with --converter PATH or in the environment variable {Converter.Variable}.";

    public const string Drawings =
        "Install rsvg-convert (Debian and Ubuntu: 'apt install librsvg2-bin fonts-dejavu-core'; Fedora: 'dnf install librsvg2-tools dejavu-sans-fonts'; macOS: 'brew install librsvg') "
        + "or a browser of the Chromium family (Debian: 'apt install chromium'; Fedora: 'dnf install chromium'; macOS and Windows: Google Chrome, or Microsoft Edge, which Windows has already). " + Override;

    public const string Browser =
        "Install a browser of the Chromium family (Debian: 'apt install chromium'; Fedora: 'dnf install chromium'; macOS and Windows: Google Chrome, or Microsoft Edge, which Windows has already). " + Override;
}
