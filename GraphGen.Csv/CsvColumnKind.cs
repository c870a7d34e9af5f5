namespace GraphGen;

/// <summary>How the texts of a column become numbers.</summary>
public enum CsvColumnKind
{
    /// <summary>They are numbers: one input.</summary>
    Number,

    /// <summary>They are categories: one input for each, 1 in that of the text and 0 in the others.</summary>
    OneHot,

    /// <summary>They have an order: one input, with the place in the order from 0 on.</summary>
    Ordinal,
}
