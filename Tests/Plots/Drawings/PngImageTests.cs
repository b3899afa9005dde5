using System.IO.Compression;
using System.Text;
using FlowSim.Plots.Drawings;

namespace FlowSim.Tests.Plots.Drawings;

public sealed class PngImageTests
{
    /// <summary>The check value of the catalogue of parametrised CRC algorithms (CRC-32/ISO-HDLC).</summary>
    [Test]
    public void The_check_sum_is_the_one_of_the_standard() => Assert.That(Crc32.Of("123456789"u8), Is.EqualTo(0xCBF43926));

    [Test]
    public void Every_filter_is_undone()
    {
        // Five grey rows of three pixels, one for each filter, worked out by hand.
        byte[] rows = [0, 10, 20, 40, 1, 10, 10, 20, 2, 1, 2, 3, 3, 5, 5, 5, 4, 1, 1, 1];
        var image = PngImage.Decode(Grey(3, 5, rows))!;
        int[][] expected = [[10, 20, 40], [10, 20, 40], [11, 22, 43], [10, 21, 37], [11, 22, 38]];
        for (var y = 0; y < expected.Length; y++)
        {
            Assert.That(Enumerable.Range(0, 3).Select(x => (int)image[x, y][0]), Is.EqualTo(expected[y]), $"row {y}");
        }
    }

    [Test]
    public void A_damaged_file_is_no_image()
    {
        var png = Grey(3, 1, [0, 1, 2, 3]);
        Assert.That(PngImage.Decode(png), Is.Not.Null, "the test's own assumption");
        for (var i = 0; i < png.Length; i++)
        {
            var damaged = png.ToArray();
            damaged[i] ^= 0x10;
            Assert.That(PngImage.Decode(damaged), Is.Null, $"byte {i}");
            Assert.That(PngImage.Decode(png[..i]), Is.Null, $"cut off at {i}");
        }
    }

    [TestCase(16, 0, 0)]
    [TestCase(8, 3, 0)]
    [TestCase(8, 0, 1)]
    public void A_kind_that_is_not_read_is_refused(byte depth, byte colourType, byte interlace) =>
        Assert.That(PngImage.Decode(Png(3, 1, [0, 1, 2, 3], depth, colourType, interlace)), Is.Null);

    [Test]
    public void What_the_product_writes_is_read_with_its_pixels_and_its_resolution()
    {
        byte[][] rows = [[1, 2, 3, 250, 251, 252], [0, 0, 0, 255, 255, 255], [255, 1, 7, 7, 1, 255]];
        var file = PngFile.Write(2, 3, 254, rows.Select(row => new ReadOnlyMemory<byte>(row)));
        var image = PngImage.Decode(file)!;
        Assert.That((image.Width, image.Height, image.DotsPerMetre), Is.EqualTo((2, 3, 10_000)));
        Assert.That(rows.SelectMany((_, y) => image[0, y].ToArray().Concat(image[1, y].ToArray())), Is.EqualTo(rows.SelectMany(row => row)));
        Assert.That(PngChunks.Read(file)!.Select(chunk => chunk.Type), Is.EqualTo(new[] { "IHDR", "pHYs", "IDAT", "IEND" }));
    }

    internal static byte[] Grey(int width, int height, byte[] rows) => Png(width, height, rows, 8, 0, 0);

    private static byte[] Png(int width, int height, byte[] rows, byte depth, byte colourType, byte interlace)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(rows);
        }

        byte[] header = [0, 0, (byte)(width >> 8), (byte)width, 0, 0, (byte)(height >> 8), (byte)height, depth, colourType, 0, 0, interlace];
        return PngChunks.Write([new PngChunk("IHDR", header), new PngChunk("IDAT", compressed.ToArray()), new PngChunk("IEND", Encoding.ASCII.GetBytes(""))]);
    }
}
