using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace GraphGen.Tests.Emission;

/// <summary>
/// Many projects turn warnings into errors, so emitted code may cause none: at the highest warning level, with every public member
/// documented, whatever the project's options.
/// </summary>
public class WarningTests
{
    /// <summary>13 is the oldest language version that knows what emitted code needs; 14 resolves spans differently.</summary>
    [Theory]
    [InlineData(LanguageVersion.CSharp13, NullableContextOptions.Disable, false)]
    [InlineData(LanguageVersion.Preview, NullableContextOptions.Enable, true)]
    public void Emitted_code_causes_no_warning(LanguageVersion language, NullableContextOptions nullable, bool isChecked) =>
        new Variant(language, nullable, isChecked).ShouldCompileWithoutWarnings(Declarations.All);

    [Fact]
    public void Classes_of_any_accessibility_in_any_partial_type_get_their_members() => new Variant().ShouldCompileWithoutWarnings(
        """
        using GraphGen;

        [Input(3)] [Dense(2)] [MeanSquaredError] public partial class PublicNetwork;
        [Input(3)] [Dense(2)] [MeanSquaredError] internal partial class InternalNetwork;
        [Input(3)] [Dense(2)] [MeanSquaredError] sealed partial class SealedNetwork;

        public partial struct InStruct { [Input(3)] [Dense(2)] [MeanSquaredError] public partial class Network; }
        public partial interface InInterface { [Input(3)] [Dense(2)] [MeanSquaredError] public partial class Network; }
        public partial record InRecord { [Input(3)] [Dense(2)] [MeanSquaredError] protected internal partial class Network; }
        public readonly partial record struct InRecordStruct { [Input(3)] [Dense(2)] [MeanSquaredError] public partial class Network; }
        public static partial class InStatic { [Input(3)] [Dense(2)] [MeanSquaredError] public partial class Network; }
        public abstract partial class InAbstract { [Input(3)] [Dense(2)] [MeanSquaredError] private protected partial class Network; }
        """);

    [Fact]
    public void A_user_may_add_constructors_members_interfaces_and_a_base_class() => new Variant().ShouldCompileWithoutWarnings(
        """
        using System;
        using GraphGen;

        public class Base { public virtual string Title => "base"; }

        [Input(3)] [Dense(2)] [SoftmaxCrossEntropy]
        public sealed partial class Network : Base, IDisposable
        {
            public Network(string path) : this(seed: 1, threads: 2) => Load(path);
            public Network(int batchCapacity) : this(0, 1, batchCapacity) { }
            public override string Title => nameof(Network);
            public int Predict(float first, float second, float third)
            {
                Span<float> probabilities = stackalloc float[OutputSize];
                Predict([first, second, third], probabilities);
                return probabilities[0] > probabilities[1] ? 0 : 1;
            }
            public void Dispose() { }
        }
        """);
}
