using GraphGen.Generator.Lowering;
using GraphGen.Model;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Predictors;

using static GraphGen.Tests.Interpretation.Declare;
using Act = GraphGen.Model.Act;

public class BatchNormFoldingTests
{
    [Fact]
    public void A_linear_layer_takes_in_what_stands_behind_it() =>
        Folded(Dense(3), BatchNorm(), Activation(Act.Relu), Dense(2)).ShouldBe(["Dense1 <- | BatchNorm1", "Dense1", "Activation1", "Dense2"]);

    [Fact]
    public void Behind_an_activation_the_next_layer_takes_it_in() =>
        Folded(Dense(3, Act.Relu), BatchNorm(), Dense(2)).ShouldBe(["Dense2 <- BatchNorm1 |", "Dense1", "Dense2"]);

    [Fact]
    public void The_first_layer_takes_in_the_normalisation_of_the_input() =>
        Folded(BatchNorm(), Dense(2)).ShouldBe(["Dense1 <- BatchNorm1 |", "Dense1"]);

    [Fact]
    public void Several_in_a_row_fold_in_their_order() =>
        Folded(BatchNorm(), BatchNorm(), Dense(3), BatchNorm(), BatchNorm(), Activation(Act.Tanh), Dense(2))
            .ShouldBe(["Dense1 <- BatchNorm1 BatchNorm2 | BatchNorm3 BatchNorm4", "Dense1", "Activation1", "Dense2"]);

    [Fact]
    public void Between_two_linear_layers_the_first_takes_it_in() =>
        Folded(Dense(3), BatchNorm(), Dense(2)).ShouldBe(["Dense1 <- | BatchNorm1", "Dense1", "Dense2"]);

    [Fact]
    public void What_does_nothing_in_prediction_is_not_in_the_way() =>
        Folded(Dense(3), Dropout(0.5), BatchNorm(), Dense(4, Act.Relu), BatchNorm(), Activation(Act.Linear), Dropout(0.5), Dense(2))
            .ShouldBe(["Dense1 <- | BatchNorm1", "Dense3 <- BatchNorm2 |", "Dense1", "Dense2", "Dense3"]);

    [Fact]
    public void Between_activations_and_behind_the_last_it_stays() =>
        Folded(Dense(3, Act.Relu), BatchNorm(), Activation(Act.Tanh), Dense(2, Act.Tanh), BatchNorm())
            .ShouldBe(["Dense1", "BatchNorm1", "Activation1", "Dense2", "BatchNorm2"]);

    [Fact]
    public void A_layer_that_takes_in_a_shift_has_a_bias_and_the_others_keep_what_they_have()
    {
        BatchNormFolding folding = BatchNormFolding.Of(Network(4, LossKind.MeanSquaredError, Dense(3, bias: false), BatchNorm(), Activation(Act.Relu), Dense(2, bias: false)));

        folding.Network.Layers.OfType<DenseSpec>().Select(dense => dense.Bias).ShouldBe([true, false]);
        folding.Folds.Single().Dense.Bias.ShouldBeFalse();
    }

    [Fact]
    public void Without_batch_normalisation_nothing_folds() =>
        Folded(Dense(3, Act.Relu), Dropout(0.5), Dense(2)).ShouldBe(["Dense1", "Dense2"]);

    /// <summary>The folds, then the names of the layers that are left.</summary>
    private static IEnumerable<string> Folded(params LayerSpec[] layers)
    {
        BatchNormFolding folding = BatchNormFolding.Of(Network(4, LossKind.MeanSquaredError, layers));
        return folding.Folds.Select(fold => $"{fold.Dense.Name} <- {Names(fold.InFront)}|{(fold.Behind.Count > 0 ? " " : "")}{Names(fold.Behind)}".TrimEnd())
            .Concat(folding.Network.Layers.Select(layer => layer.Name));
    }

    private static string Names(IEnumerable<BatchNormSpec> batchNorms) => string.Concat(batchNorms.Select(batchNorm => batchNorm.Name + " "));
}
