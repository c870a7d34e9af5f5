using Xunit;

namespace GraphGen.Tests.Analyzers;

/// <summary>GG5001: spans that are no whole number of rows.</summary>
public class UsageRowTests
{
    [Theory]
    [InlineData("new Classes().Predict([|new float[7]|], new float[3]);", "'inputs' gets 7 values", "rows of 4", "rows * Classes.InputSize")]
    [InlineData("new Classes().Predict([|new float[Classes.InputSize + 1]|], new float[3]);", "5 values")]
    [InlineData("Span<float> x = stackalloc float[2 * 4 + 1]; new Classes().Predict([|x|], new float[3]);", "9 values")]
    [InlineData("new Classes().Predict([|[1, 2, 3]|], new float[3]);", "3 values")]
    [InlineData("new Classes().Predict([|new[] { 1f, 2f }|], new float[3]);", "2 values")]
    [InlineData("new Classes().Predict([|[]|], new float[3]);", "0 values, not even one row")]
    [InlineData("new Classes().Predict([|values.AsSpan(0, 6)|], new float[3]);", "6 values")]
    [InlineData("new Classes().Predict([|values.AsSpan(n, 6)|], new float[3]);", "6 values")]
    [InlineData("new Classes().Predict([|values.AsSpan(..6)|], new float[3]);", "6 values")]
    [InlineData("new Classes().Predict([|values.AsSpan()[2..7]|], new float[3]);", "5 values")]
    [InlineData("new Classes().Predict([|values[..6]|], new float[3]);", "6 values")]
    [InlineData("new Classes().Predict([|values.AsSpan()[^6..]|], new float[3]);", "6 values")]
    [InlineData("new Classes().Predict([|data.Inputs[..6]|], new float[3]);", "6 values")]
    [InlineData("new Classes().Predict([|data.Inputs.Slice(n, 6)|], new float[3]);", "6 values")]
    [InlineData("var x = new float[10]; new Classes().Predict([|x.AsSpan(4)|], new float[3]);", "6 values")]
    [InlineData("var x = new float[10]; new Classes().Predict([|x.AsSpan()[1..^3]|], new float[3]);", "6 values")]
    [InlineData("int size = 6; new Classes().Predict([|new float[size]|], new float[3]);", "6 values")]
    [InlineData("const int Size = 6; new Classes().Predict(inputs: [|new float[Size]|], outputs: new float[3]);", "6 values")]
    [InlineData("new Classes().Predict(new float[8], [|new float[3]|]);", "'outputs' gets 3 values", "the inputs are 2 rows", "pass 6, 3 for each row")]
    [InlineData("new Classes().Predict(values, [|new float[4]|]);", "'outputs' gets 4 values", "rows * Classes.OutputSize")]
    [InlineData("new Classes().PredictSamples(new float[4], 10, [|new float[4]|], [|new float[2]|]);", "'mean' gets 4 values", "the inputs are 1 row")]
    [InlineData("new Classes().TrainStep(new float[8], [|[1]|], 0.001f);", "'labels' gets 1 values", "pass 2, 1 for each row")]
    [InlineData("new Classes().ComputeGradients(new float[8], [|new int[3]|]);", "'labels' gets 3 values")]
    [InlineData("new Numbers().TrainStep(new float[8], [|new float[2]|], [|new float[1]|], 0.001f);", "'targets' gets 2 values", "pass 4, 2 for each row")]
    [InlineData("new Numbers().ComputeGradients(values, [|new float[3]|], new float[2]);", "'targets' gets 3 values")]
    [InlineData("new Classes().CreatePredictor().Predict([|new float[7]|], new float[3]);", "7 values")]
    [InlineData("var p = new Classes().CreatePredictor(); p.Predict([|new float[7]|], new float[3]);", "7 values")]
    [InlineData("new Coder().Encode([|new float[7]|], new float[3]);", "'inputs' gets 7 values", "rows * Coder.InputSize")]
    [InlineData("new Coder().Encode(new float[8], [|new float[3]|]);", "'codes' gets 3 values", "the inputs are 2 rows", "pass 6, 3 for each row")]
    [InlineData("new Coder().Decode([|new float[4]|], new float[4]);", "'codes' gets 4 values", "rows * Coder.CodeSize")]
    [InlineData("new Coder().Decode(new float[6], [|new float[4]|]);", "'outputs' gets 4 values", "the codes are 2 rows", "pass 8, 4 for each row")]
    [InlineData("new Critic().ComputeInputGradients(new float[8], [1, 0], [|new float[4]|]);", "'inputGradients' gets 4 values", "pass 8, 4 for each row")]
    [InlineData("new Painter().Forward(new float[9], [|new float[8]|]);", "'outputs' gets 8 values")]
    [InlineData("new Painter().Backward([|new float[6]|], 0.01f);", "'outputGradients' gets 6 values", "rows * Painter.OutputSize")]
    [InlineData("Action a = () => new Classes().Predict([|new float[7]|], new float[3]);", "7 values")]
    public Task A_length_that_is_no_whole_number_of_rows_is_reported(string statements, params string[] message) =>
        UsageSource.Reports("GG5001", statements, message);

    [Theory]
    [InlineData("new Classes().Predict(new float[4], new float[3]);")]
    [InlineData("new Classes().Predict(new float[Classes.InputSize * 5], new float[5 * Classes.OutputSize]);")]
    [InlineData("new Classes().Predict(values, new float[6]);")]
    [InlineData("new Classes().Predict(new float[n], new float[3]);")]
    [InlineData("new Classes().Predict(values.AsSpan(n, n), new float[3]);")]
    [InlineData("new Classes().Predict(values.AsSpan(1), new float[3]);")]
    [InlineData("new Classes().Predict(values[..^1], new float[3]);")]
    [InlineData("new Classes().Predict([.. values], new float[3]);")]
    [InlineData("new Classes().Predict([.. values, 1f], new float[3]);")]
    [InlineData("var x = new float[7]; x = values; new Classes().Predict(x, new float[3]);")]
    [InlineData("var x = new float[7]; new Classes().Predict(x, new float[3]); x = new float[4];")]
    [InlineData("var x = new float[7]; Array.Resize(ref x, 4); new Classes().Predict(x, new float[3]);")]
    [InlineData("var x = new float[7]; ref var y = ref x; y = new float[4]; new Classes().Predict(x, new float[3]);")]
    [InlineData("var x = new float[7]; (x, n) = (values, 1); new Classes().Predict(x, new float[3]);")]
    [InlineData("var x = new float[7]; Action change = () => x = values; new Classes().Predict(x, new float[3]);")]
    [InlineData("int size = 6; size += 2; new Classes().Predict(new float[size], new float[6]);")]
    [InlineData("int size = 6; size++; new Classes().Predict(new float[size], new float[3]);")]
    [InlineData("new Classes().TrainStep(new float[8], [1, 2], 0.001f);")]
    [InlineData("new Coder().Encode(new float[8], new float[6]); new Coder().Decode(new float[6], new float[8]);")]
    [InlineData("new Painter().Forward(new float[18], new float[8]); new Painter().Backward(new float[8], 0.01f);")]
    [InlineData("new Critic().ComputeInputGradients(new float[8], [1, 0], new float[8]);")]
    [InlineData("new Classes().TrainStep(values, [1, 2], 0.001f);")]
    [InlineData("new Numbers().TrainStep(new float[8], new float[4], new float[2], 0.001f);")]
    [InlineData("new Classes().PredictSamples(new float[8], 10, new float[6], new float[6]);")]
    [InlineData("Predictor p = n > 1 ? new Classes().CreatePredictor() : new Numbers().CreatePredictor(); p.Predict(new float[7], new float[3]);")]
    public Task Lengths_that_fit_or_cannot_be_known_are_left_alone(string statements) => UsageSource.Accepts(statements);

    [Fact]
    public Task Readonly_fields_hold_what_they_were_made_with() => UsageSource.Finds(
        "GG5001",
        """
        class Use
        {
            private static readonly float[] Always = new float[7];
            private readonly float[] assigned = new float[7];
            private float[] changing = new float[7];
            Use() => assigned = new float[4];
            void All(Classes net)
            {
                net.Predict([|Always|], new float[3]);
                net.Predict(assigned, new float[3]);
                net.Predict(changing, new float[3]);
                changing = new float[4];
            }
        }
        """);

    [Fact]
    public Task Methods_of_other_classes_with_the_same_names_are_left_alone() => UsageSource.Finds(
        "",
        """
        class Model
        {
            public const int InputSize = 4, OutputSize = 3;
            public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs) { }
            public float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, float learningRate) => 0;
            public void All() { Predict(new float[7], new float[2]); TrainStep(new float[7], [1, 2, 3], -1); }
        }
        """);

    [Fact]
    public Task Calls_through_a_derived_class_are_looked_at() => UsageSource.Finds(
        "GG5001", "class Better : Classes { void All() => Predict([|new float[7]|], new float[3]); }");
}
