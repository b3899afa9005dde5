namespace FlowSim.Plots.Raster;

/// <summary>A program that converts drawings.</summary>
internal abstract class Renderer
{
    protected Renderer(string program) => Program = program;

    /// <summary>Path of the program.</summary>
    public string Program { get; }

    /// <summary>Stops the program.</summary>
    public CancellationToken Interrupt { get; set; }

    /// <summary>True when a PNG may be larger than asked for, with the drawing at its top left.</summary>
    public virtual bool NeedsCropping => false;

    /// <summary>Writes a drawing as PNG of a size [pixels].</summary>
    public abstract void WritePng(Picture picture, int width, int height, string path, WorkFolder work);

    /// <summary>Writes a drawing as PDF on a page of its own size.</summary>
    public abstract void WritePdf(Picture picture, string path, WorkFolder work);

    /// <summary>Prints an HTML file.</summary>
    public abstract void Print(string page, string path, WorkFolder work);

    /// <summary>Runs the program to its end.</summary>
    protected void Run(IReadOnlyList<string> arguments) => ChildProgram.Run(Program, arguments, ChildProgram.Patience, Interrupt);
}
