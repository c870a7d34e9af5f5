using System.Globalization;
using System.Text.RegularExpressions;

namespace GraphGen.Reporting.Tests.Live;

/// <summary>
/// What a terminal shows after some output (ECMA-48): the few control sequences that a picture needs, and an exception for any other, for moving above the first line,
/// and for a line that is too wide, which a terminal would wrap and so tear the picture.
/// </summary>
internal sealed partial class Screen
{
    private readonly int _width;
    private readonly List<char[]> _lines = [];
    private int _row;
    private int _column;

    public Screen(string output, int width)
    {
        _width = width;
        for (int index = 0; index < output.Length;)
        {
            index += output[index] == '\e' ? Control(Sequence().Match(output, index)) : Put(output[index]);
        }
    }

    /// <summary>The lines, without spaces at their ends.</summary>
    public string[] Lines => [.. _lines.Select(line => new string(line).TrimEnd())];

    /// <summary>All of it.</summary>
    public string Text => string.Join('\n', Lines);

    public bool IsCursorVisible { get; private set; } = true;

    private int Put(char character)
    {
        switch (character)
        {
            case '\r':
                _column = 0;
                break;
            case '\n':
                _row++;
                _column = 0;
                break;
            default:
                if (_column == _width || char.IsControl(character))
                {
                    throw new InvalidOperationException($"'{character}' in column {_column} of {_width} after '{new string(LineOf(_row)).TrimEnd()}'.");
                }

                LineOf(_row)[_column++] = character;
                break;
        }

        return 1;
    }

    private int Control(Match sequence)
    {
        string count = sequence.Groups["count"].Value;
        switch (sequence.Groups["name"].Value)
        {
            case "A":
                _row -= Math.Max(1, int.Parse(count, CultureInfo.InvariantCulture));
                ArgumentOutOfRangeException.ThrowIfNegative(_row);
                break;
            case "K" when count.Length == 0:
                Array.Fill(LineOf(_row), ' ', _column, _width - _column);
                break;
            case "J" when count.Length == 0:
                Array.Fill(LineOf(_row), ' ', _column, _width - _column);
                _lines.RemoveRange(_row + 1, _lines.Count - _row - 1);
                break;
            case "h" when count == "?25":
                IsCursorVisible = true;
                break;
            case "l" when count == "?25":
                IsCursorVisible = false;
                break;
            case "m":
                break;
            default:
                throw new InvalidOperationException($"Unknown sequence '{sequence.Value[1..]}'.");
        }

        return sequence.Length;
    }

    private char[] LineOf(int row)
    {
        while (_lines.Count <= row)
        {
            char[] line = new char[_width];
            Array.Fill(line, ' ');
            _lines.Add(line);
        }

        return _lines[row];
    }

    [GeneratedRegex(@"\G\e\[(?<count>\??[0-9;]*)(?<name>[A-Za-z])")]
    private static partial Regex Sequence();
}
