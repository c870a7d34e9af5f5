using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text;

namespace GraphGen.Reporting.Html;

/// <summary>
/// Gathers a page in UTF-8. What stands in an interpolated string is markup, what stands in its holes is text and comes out escaped, numbers the same in
/// every culture: <c>html.Write($"&lt;th&gt;{name}&lt;/th&gt;")</c>. The buffer is kept from page to page.
/// </summary>
internal sealed class HtmlWriter
{
    private byte[] _buffer = new byte[1 << 16];
    private int _length;

    /// <summary>What was written since the last <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _length);

    /// <summary>Begins a new page.</summary>
    public void Clear() => _length = 0;

    /// <summary>Writes markup with escaped holes.</summary>
    public void Write([InterpolatedStringHandlerArgument("")] Markup markup) => _ = markup;

    /// <summary>Writes bytes that are markup already.</summary>
    public void WriteMarkup(ReadOnlySpan<byte> markup) => markup.CopyTo(Take(markup.Length));

    /// <summary>Writes a command of a path with its point: <c>L60 228.5</c>.</summary>
    public void WritePoint(char command, double x, double y)
    {
        Take(1)[0] = (byte)command;
        WriteCoordinate(x);
        Take(1)[0] = (byte)' ';
        WriteCoordinate(y);
    }

    /// <summary>Writes bytes as base64 text.</summary>
    public void WriteBase64(ReadOnlySpan<byte> bytes) => Base64.EncodeToUtf8(bytes, Take(Base64.GetMaxEncodedToUtf8Length(bytes.Length)), out _, out _);

    private void WriteText(ReadOnlySpan<char> text)
    {
        Room(Encoding.UTF8.GetMaxByteCount(text.Length));
        _length += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length));
    }

    private void WriteEscaped(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Escapes.Needed) is var index and >= 0)
        {
            WriteText(text[..index]);
            WriteMarkup(Escapes.Of(text[index]));
            text = text[(index + 1)..];
        }

        WriteText(text);
    }

    private void WriteNumber<T>(T value, ReadOnlySpan<char> format)
        where T : IUtf8SpanFormattable
    {
        const int Longest = 512; // more than the digits of any double in full
        Room(Longest);
        if (!value.TryFormat(_buffer.AsSpan(_length), out int written, format, System.Globalization.CultureInfo.InvariantCulture))
        {
            throw new FormatException($"'{format}' is no format for a short number.");
        }

        _length += written;
    }

    /// <summary>A page has ten thousands of coordinates: by whole numbers they take a tenth of the time that a format with decimals does.</summary>
    private void WriteCoordinate(double coordinate)
    {
        const double Limit = 1e8;
        if (!(Math.Abs(coordinate) < Limit))
        {
            WriteNumber(coordinate, "0.#");
            return;
        }

        int tenths = (int)Math.Round(10 * coordinate, MidpointRounding.AwayFromZero);
        if (tenths < 0)
        {
            Take(1)[0] = (byte)'-';
        }

        (int whole, int tenth) = Math.DivRem(Math.Abs(tenths), 10);
        WriteNumber(whole, default);
        if (tenth > 0)
        {
            Span<byte> fraction = Take(2);
            (fraction[0], fraction[1]) = ((byte)'.', (byte)('0' + tenth));
        }
    }

    private Span<byte> Take(int count)
    {
        Room(count);
        Span<byte> room = _buffer.AsSpan(_length, count);
        _length += count;
        return room;
    }

    private void Room(int count)
    {
        if (_buffer.Length - _length < count)
        {
            Array.Resize(ref _buffer, Math.Max(2 * _buffer.Length, _length + count));
        }
    }

    /// <summary>Takes an interpolated string apart: the compiler calls it for <see cref="Write"/>.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Markup
    {
        private readonly HtmlWriter _html;

        public Markup(int literalLength, int formattedCount, HtmlWriter html)
        {
            _ = formattedCount;
            _html = html;
            html.Room(literalLength);
        }

        public void AppendLiteral(string markup) => _html.WriteText(markup);

        public void AppendFormatted(string? text) => _html.WriteEscaped(text);

        public void AppendFormatted(int number) => _html.WriteNumber(number, default);

        public void AppendFormatted(long number, string format = "") => _html.WriteNumber(number, format);

        /// <summary>A coordinate, to a tenth.</summary>
        public void AppendFormatted(double coordinate) => _html.WriteCoordinate(coordinate);

        public void AppendFormatted(double number, string format) => _html.WriteNumber(number, format);
    }
}
