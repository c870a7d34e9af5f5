namespace GraphGen;

/// <summary>What a published network was trained on, and what it therefore expects.</summary>
/// <param name="Name">What the data set is called, such as <c>MNIST</c>.</param>
/// <param name="Source">Who made it and where it is to be had.</param>
/// <param name="Rows">The number of rows that the network was trained on, at least 1.</param>
/// <param name="Preparation">
/// What a row must look like: which features in which order, and how they were scaled. Where <see cref="FeatureScaling"/> did it, the weights' file has the numbers.
/// </param>
/// <param name="License">Under which licence the data may be used.</param>
public sealed record ZooData(string Name, string Source, long Rows, string Preparation, string License);
