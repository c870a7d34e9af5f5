namespace GraphGen.Tests.Emission;

/// <summary>Declarations that between them use every layer, loss and optimizer that changes what is emitted.</summary>
internal static class Declarations
{
    /// <summary>The network of the README: wide layers, so panels of several column blocks, batch normalisation and dropout.</summary>
    public const string Digits =
        """
        using GraphGen;

        namespace Samples;

        /// <summary>Handwritten digits.</summary>
        [Input(784)]
        [Dense(300, Init.He, Act.Elu)] [BatchNorm]
        [Dense(100, Init.He, Act.Elu)] [BatchNorm] [Dropout(0.2)]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        [Nag(momentum: 0.9)]
        public partial class Digits;
        """;

    /// <summary>A regression so small that its products are straight-line code.</summary>
    public const string Curve =
        """
        using GraphGen;

        /// <summary>A smooth function of four numbers.</summary>
        [Input(4)]
        [Dense(32, Act.Tanh)]
        [Dense(32, Act.Tanh)]
        [Dense(1)]
        [MeanSquaredError]
        public partial class Curve;
        """;

    /// <summary>Penalty, limit, frozen layer and Adam, inside another type, with numbers that a culture could spoil.</summary>
    public const string Screening =
        """
        using GraphGen;

        namespace Samples.Clinic;

        /// <summary>Where the network stands.</summary>
        public static partial class Models
        {
            /// <summary>Two findings from twenty measurements.</summary>
            [Input(20)]
            [Dense(24, Init.Normal, Act.Relu, InitScale = 0.025, L2 = 1e-4, Name = "encoder", Frozen = true)]
            [Dense(18, Act.Swish, L2 = 1e-4, MaxNorm = 2.5, Name = "hidden")]
            [Dense(2, Init.Uniform, InitScale = 0.125, Bias = false)]
            [BinaryCrossEntropy]
            [Adam(beta1: 0.85, epsilon: 1e-7)]
            internal partial class Screening;
        }
        """;

    /// <summary>Whatever else a declaration can say of training: what the others must not pay for.</summary>
    public const string Robust =
        """
        using GraphGen;

        /// <summary>Three forecasts that outliers should not dominate.</summary>
        [Input(6)]
        [Defaults(Act.PRelu, L1 = 1e-5)]
        [Dense(20)] [AlphaDropout(0.1)]
        [Dense(3, RateMultiplier = 0.5)]
        [Huber(0.5)]
        [Nadam(WeightDecay = 0.01)]
        [ClipGradientNorm(1)] [AccumulateGradients(2)] [AverageWeights(0.99)] [SampleWeights]
        public partial class Robust;
        """;

    /// <summary>An autoencoder: rows that are targets as well, noise on them, weights that two products share, sparse codes.</summary>
    public const string Sketch =
        """
        using GraphGen;

        /// <summary>Twelve numbers by way of five.</summary>
        [Input(12)] [GaussianNoise(0.1)]
        [Dense(5, Act.Sigmoid, Name = "code")] [Sparsity(0.2, 0.01)]
        [Dense(12, TiedTo = "code", Name = "decoder")]
        [Reconstruction]
        [Momentum(0.9)]
        public partial class Sketch;
        """;

    /// <summary>All of them.</summary>
    public static readonly string[] All = [Digits, Curve, Screening, Robust, Sketch];
}
