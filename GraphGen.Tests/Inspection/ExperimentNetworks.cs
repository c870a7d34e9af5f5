namespace GraphGen.Tests.Inspection;

// The networks of the lecture notes' experiment on first weights: five layers of 100 units, and a last one because a network learns something.

[Input(100), Defaults(Init.Normal, Act.Sigmoid, InitScale = 1)]
[Dense(100)] [Dense(100)] [Dense(100)] [Dense(100)] [Dense(100)] [Dense(1)]
[MeanSquaredError]
internal partial class SigmoidOne;

[Input(100), Defaults(Init.Normal, Act.Sigmoid, InitScale = 0.01)]
[Dense(100)] [Dense(100)] [Dense(100)] [Dense(100)] [Dense(100)] [Dense(1)]
[MeanSquaredError]
internal partial class SigmoidHundredth;

[Input(100), Defaults(Init.Xavier, Act.Sigmoid)]
[Dense(100)] [Dense(100)] [Dense(100)] [Dense(100)] [Dense(100)] [Dense(1)]
[MeanSquaredError]
internal partial class SigmoidXavier;

[Input(100), Defaults(Init.Normal, Act.Relu, InitScale = 0.01)]
[Dense(100)] [Dense(100)] [Dense(100)] [Dense(100)] [Dense(100)] [Dense(1)]
[MeanSquaredError]
internal partial class ReluHundredth;

[Input(100), Defaults(Init.Xavier, Act.Relu)]
[Dense(100)] [Dense(100)] [Dense(100)] [Dense(100)] [Dense(100)] [Dense(1)]
[MeanSquaredError]
internal partial class ReluXavier;

[Input(100), Defaults(Init.He, Act.Relu)]
[Dense(100)] [Dense(100)] [Dense(100)] [Dense(100)] [Dense(100)] [Dense(1)]
[MeanSquaredError]
internal partial class ReluHe;
