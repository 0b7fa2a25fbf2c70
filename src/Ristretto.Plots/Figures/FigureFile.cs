using System.Text;
using Ristretto.Bytes.Errors;

namespace Ristretto.Plots.Figures;

/// <summary>Writes figures and pages: whole under the final name, or not at all.</summary>
internal static class FigureFile
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    internal static void RequireKnownExtension(string path)
    {
        if (Path.GetExtension(path).ToLowerInvariant() is not (".svg" or ".pdf" or ".json"))
            throw new ArgumentException($"{path}: figures are written as .svg, .pdf or .json (the numbers)", nameof(path));
    }

    internal static void Write(Figure figure, string path) => Write(path, Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".svg" => s_utf8.GetBytes(figure.ToSvg()),
        ".pdf" => figure.ToPdf(),
        _ => s_utf8.GetBytes(figure.ToJson()),
    });

    internal static void Write(string path, string text) => Write(path, s_utf8.GetBytes(text));

    internal static void Write(string path, byte[] bytes)
    {
        var partial = path + ".part";
        try
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
            File.WriteAllBytes(partial, bytes);
            File.Move(partial, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Discard(partial);
            throw OutputException.Of(path, e);
        }
    }

    private static void Discard(string partial)
    {
        try
        {
            File.Delete(partial);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The first error is the one to report.
        }
    }
}
