using GraphGen;

// What these rules warn of is what the experiment shows.
#pragma warning disable GG2002, GG2005, GG2006

// Five layers of 100 units each, which differ in activation and first weights alone. The sixth layer is there because a network learns something.

/// <summary>Sigmoid, weights of deviation 1.</summary>
[Input(100), Defaults(Init.Normal, Act.Sigmoid, InitScale = 1)]
[Dense(100)] [Dense(100)] [Dense(100)] [Dense(100)] [Dense(100)]
[Dense(1)]
[MeanSquaredError]
internal partial class SigmoidOne;

/// <summary>Sigmoid, weights of deviation 0.01.</summary>
[Input(100), Defaults(Init.Normal, Act.Sigmoid, InitScale = 0.01)]
[Dense(100)] [Dense(100)] [Dense(100)] [Dense(100)] [Dense(100)]
[Dense(1)]
[MeanSquaredError]
internal partial class SigmoidHundredth;

/// <summary>Sigmoid, weights of deviation <c>sqrt(1 / 100)</c>.</summary>
[Input(100), Defaults(Init.Xavier, Act.Sigmoid)]
[Dense(100)] [Dense(100)] [Dense(100)] [Dense(100)] [Dense(100)]
[Dense(1)]
[MeanSquaredError]
internal partial class SigmoidXavier;

/// <summary>ReLU, weights of deviation 0.01.</summary>
[Input(100), Defaults(Init.Normal, Act.Relu, InitScale = 0.01)]
[Dense(100)] [Dense(100)] [Dense(100)] [Dense(100)] [Dense(100)]
[Dense(1)]
[MeanSquaredError]
internal partial class ReluHundredth;

/// <summary>ReLU, weights of deviation <c>sqrt(1 / 100)</c>.</summary>
[Input(100), Defaults(Init.Xavier, Act.Relu)]
[Dense(100)] [Dense(100)] [Dense(100)] [Dense(100)] [Dense(100)]
[Dense(1)]
[MeanSquaredError]
internal partial class ReluXavier;

/// <summary>ReLU, weights of deviation <c>sqrt(2 / 100)</c>.</summary>
[Input(100), Defaults(Init.He, Act.Relu)]
[Dense(100)] [Dense(100)] [Dense(100)] [Dense(100)] [Dense(100)]
[Dense(1)]
[MeanSquaredError]
internal partial class ReluHe;
