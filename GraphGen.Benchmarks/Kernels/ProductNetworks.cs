namespace GraphGen.Benchmarks.Kernels;

// Networks whose layer Measured does nothing but products: linear, behind a layer without a bias, so that neither an
// activation nor a bias gradient shares a method with them. The layer Before is there because a first layer has no input gradient.

/// <summary>784 x 300, with Nesterov momentum.</summary>
[Input(16)] [Dense(784, Bias = false, Name = "Before")] [Dense(300, Name = "Measured")] [MeanSquaredError] [Nag]
internal sealed partial class Nag784x300;

/// <summary>784 x 100, with Nesterov momentum.</summary>
[Input(16)] [Dense(784, Bias = false, Name = "Before")] [Dense(100, Name = "Measured")] [MeanSquaredError] [Nag]
internal sealed partial class Nag784x100;

/// <summary>300 x 100, with Nesterov momentum.</summary>
[Input(16)] [Dense(300, Bias = false, Name = "Before")] [Dense(100, Name = "Measured")] [MeanSquaredError] [Nag]
internal sealed partial class Nag300x100;

/// <summary>100 x 100, with Nesterov momentum.</summary>
[Input(16)] [Dense(100, Bias = false, Name = "Before")] [Dense(100, Name = "Measured")] [MeanSquaredError] [Nag]
internal sealed partial class Nag100x100;

/// <summary>100 x 10, with Nesterov momentum.</summary>
[Input(16)] [Dense(100, Bias = false, Name = "Before")] [Dense(10, Name = "Measured")] [MeanSquaredError] [Nag]
internal sealed partial class Nag100x10;

/// <summary>784 x 300, with Adam.</summary>
[Input(16)] [Dense(784, Bias = false, Name = "Before")] [Dense(300, Name = "Measured")] [MeanSquaredError] [Adam]
internal sealed partial class Adam784x300;

/// <summary>784 x 100, with Adam.</summary>
[Input(16)] [Dense(784, Bias = false, Name = "Before")] [Dense(100, Name = "Measured")] [MeanSquaredError] [Adam]
internal sealed partial class Adam784x100;

/// <summary>300 x 100, with Adam.</summary>
[Input(16)] [Dense(300, Bias = false, Name = "Before")] [Dense(100, Name = "Measured")] [MeanSquaredError] [Adam]
internal sealed partial class Adam300x100;

/// <summary>100 x 100, with Adam.</summary>
[Input(16)] [Dense(100, Bias = false, Name = "Before")] [Dense(100, Name = "Measured")] [MeanSquaredError] [Adam]
internal sealed partial class Adam100x100;

/// <summary>100 x 10, with Adam.</summary>
[Input(16)] [Dense(100, Bias = false, Name = "Before")] [Dense(10, Name = "Measured")] [MeanSquaredError] [Adam]
internal sealed partial class Adam100x10;
