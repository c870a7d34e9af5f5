using System.Globalization;
using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// Parses the text of a header: a literal of a Python dictionary such as <c>{'descr': '&lt;f4', 'fortran_order': False, 'shape': (3, 4), }</c>.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="file">The file, for messages.</param>
/// <param name="start">Where the text begins in it.</param>
internal sealed class NpyHeaderParser(string text, string file, int start)
{
    // NumPy's own limit.
    private const int MaximumDimensions = 64;

    private int _at;

    public NpyHeader Parse()
    {
        string? type = null;
        bool? isFortranOrder = null;
        long[]? shape = null;
        Expect("{");
        while (!Takes("}"))
        {
            int place = Place();
            string key = String();
            Expect(":");
            switch (key)
            {
                case "descr" when type is null:
                    type = Descriptor();
                    break;
                case "fortran_order" when isFortranOrder is null:
                    isFortranOrder = Boolean();
                    break;
                case "shape" when shape is null:
                    shape = Tuple();
                    break;
                default:
                    throw Invalid("'descr', 'fortran_order' or 'shape', each once", $"'{key}'", place);
            }

            if (!Takes(","))
            {
                Expect("}");
                break;
            }
        }

        Skip();
        if (_at < text.Length)
        {
            throw Invalid("the end of the header", Found(), Place());
        }

        return type is null || isFortranOrder is null || shape is null
            ? throw NpyFile.Invalid(file, "its header lacks 'descr', 'fortran_order' or 'shape'")
            : new NpyHeader(Element(type), type[0] == '>', isFortranOrder.Value, shape);
    }

    private NpyElement Element(string type)
    {
        if (type.Length > 1 && NpyElement.TryFind(type[1..], out NpyElement? element) && (type[0] is '<' or '>' || (type[0] == '|' && element.Size == 1)))
        {
            return element;
        }

        throw NpyFile.Invalid(
            file,
            $"its elements are of type '{type}', where one of {NpyElement.Codes} after '<' or '>' is wanted; in Python, save array.astype(numpy.float32)");
    }

    private string Descriptor()
    {
        Skip();
        return _at < text.Length && text[_at] == '['
            ? throw NpyFile.Invalid(file, "its elements are records of several fields; in Python, save each field as an array of its own")
            : String();
    }

    private string String()
    {
        Skip();
        int place = Place();
        char quote = _at < text.Length ? text[_at] : '\0';
        int end = quote is '\'' or '"' ? text.IndexOf(quote, _at + 1) : -1;
        if (end < 0)
        {
            throw Invalid("a quoted word", Found(), place);
        }

        string value = text[(_at + 1)..end];
        _at = end + 1;
        return value;
    }

    private bool Boolean()
    {
        Skip();
        int place = Place();
        return Takes("True") || (Takes("False") ? false : throw Invalid("True or False", Found(), place));
    }

    private long[] Tuple()
    {
        var sizes = new List<long>();
        Expect("(");
        while (!Takes(")"))
        {
            sizes.Add(Size());
            if (!Takes(","))
            {
                Expect(")");
                break;
            }
        }

        return sizes.Count <= MaximumDimensions
            ? [.. sizes]
            : throw NpyFile.Invalid(file, $"its header declares {sizes.Count} dimensions, where at most {MaximumDimensions} are possible");
    }

    private long Size()
    {
        Skip();
        int place = Place();
        int end = _at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        if (!long.TryParse(text.AsSpan(_at, end - _at), NumberStyles.None, CultureInfo.InvariantCulture, out long size))
        {
            throw Invalid("the size of a dimension", Found(), place);
        }

        _at = end;

        // Python 2 wrote long integers like this.
        Takes("L");
        return size;
    }

    private void Expect(string token)
    {
        if (!Takes(token))
        {
            throw Invalid($"'{token}'", Found(), Place());
        }
    }

    private bool Takes(string token)
    {
        Skip();
        bool takes = text.AsSpan(_at).StartsWith(token, StringComparison.Ordinal);
        _at += takes ? token.Length : 0;
        return takes;
    }

    private void Skip()
    {
        while (_at < text.Length && text[_at] is ' ' or '\n' or '\r' or '\t')
        {
            _at++;
        }
    }

    private int Place() => start + _at;

    private string Found() => _at < text.Length ? $"'{text[_at]}'" : "its end";

    private InvalidDataException Invalid(string expected, string found, int place) =>
        NpyFile.Invalid(file, Invariant($"expected {expected} at offset {place} of its header, found {found}"));
}
