namespace GraphGen;

/// <summary>How scores of several classes, or of several outputs, become one number.</summary>
public enum Average
{
    /// <summary>
    /// The plain mean of the scores: rare classes count as much as frequent ones. As in scikit-learn, classes of a softmax that neither
    /// occur in the data nor are ever predicted are left out.
    /// </summary>
    Macro,

    /// <summary>The score of all decisions thrown together: every row, or every output of every row, counts alike.</summary>
    Micro,

    /// <summary>The mean weighted by how often each class occurs in the data.</summary>
    Weighted,
}
