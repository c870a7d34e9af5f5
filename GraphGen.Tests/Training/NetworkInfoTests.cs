using Shouldly;
using Xunit;

namespace GraphGen.Tests.Training;

public sealed class NetworkInfoTests
{
    private static readonly NetworkInfo Info = new(
        "Digits",
        inputSize: 784,
        outputSize: 10,
        LossFunction.SoftmaxCrossEntropy,
        "Nag(momentum: 0.9)",
        [
            new LayerInfo("dense1", "Dense(300, He, Elu)", 300, 235500, 0, 471000, 2432),
            new LayerInfo("batchnorm1", "BatchNorm", 300, 600, 600, 600, 2432),
            new LayerInfo("dropout1", "Dropout(0.2)", 300, 0, 0, 0, 0),
            new LayerInfo("dense2", "Dense(10, Glorot)", 10, 3010, 0, 6010, 64),
        ],
        predictionFlopsPerRow: 477610,
        trainingFlopsPerRow: 1420000,
        new MemoryInfo(1000000, 900000, 900000, 12000, 4096, 5000));

    [Fact]
    public void Counts_are_sums_over_the_layers()
    {
        Info.ParameterCount.ShouldBe(239110);
        Info.MovingStatisticCount.ShouldBe(600);
    }

    [Fact]
    public void Memory_grows_with_the_rows_of_a_batch()
    {
        Info.Memory.Total(0).ShouldBe(2816096);
        Info.Memory.Total(32).ShouldBe(2816096 + (32 * 5000));
        Should.Throw<ArgumentOutOfRangeException>(() => Info.Memory.Total(-1));
    }

    [Fact]
    public void Summary_is_an_aligned_table_in_every_culture()
    {
        using var culture = new Culture();

        Info.Summary().ShouldBe(string.Join('\n', [
            "Digits: 784 -> 10, 239,110 parameters, SoftmaxCrossEntropy, Nag(momentum: 0.9)",
            "",
            "Layer          Declared as          Output shape  Parameters  Moving statistics  FLOPs per row  Activation bytes per row",
            "------------------------------------------------------------------------------------------------------------------------",
            "input          Input(784)            [rows, 784]",
            "dense1         Dense(300, He, Elu)   [rows, 300]     235,500                  -        471,000                     2,432",
            "batchnorm1     BatchNorm             [rows, 300]         600                600            600                     2,432",
            "dropout1       Dropout(0.2)          [rows, 300]           -                  -              -                         -",
            "dense2         Dense(10, Glorot)      [rows, 10]       3,010                  -          6,010                        64",
            "------------------------------------------------------------------------------------------------------------------------",
            "prediction                                           239,110                600        477,610",
            "training step                                                                        1,420,000",
            "",
            "Memory                                Bytes",
            "-------------------------------------------",
            "parameters and moving statistics  1,000,000",
            "gradients                           900,000",
            "optimizer state                     900,000",
            "derived copies                       12,000",
            "fixed workspace                       4,096",
            "workspace per row of a batch          5,000",
            "-------------------------------------------",
            "total at batch size 32            2,976,096",
            "",
        ]));
    }
}
