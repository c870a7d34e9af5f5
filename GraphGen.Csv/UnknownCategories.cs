namespace GraphGen;

/// <summary>What to do with a category that the file an encoding was fitted on does not have.</summary>
public enum UnknownCategories
{
    /// <summary>A <see cref="CsvFormatException"/>, which names the categories that there are.</summary>
    Refuse,

    /// <summary>All columns of the one-hot column are 0. Texts of <see cref="CsvOptions.OrdinalColumns"/> are refused nevertheless: they have no place in the order.</summary>
    AllZeros,
}
