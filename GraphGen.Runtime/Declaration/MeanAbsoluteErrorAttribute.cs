namespace GraphGen;

/// <summary>
/// Mean absolute error for regression that outliers should not dominate: with predictions y and targets t of shape [rows, outputs],
/// <c>loss = mean over rows and outputs of |y - t|</c>. Its gradient has the same size however small the error, and is 0 where there is
/// none.
/// Source: Bishop, "Pattern Recognition and Machine Learning", 2006, section 1.5.5.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class MeanAbsoluteErrorAttribute : Attribute;
