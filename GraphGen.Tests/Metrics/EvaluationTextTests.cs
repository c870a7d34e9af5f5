using GraphGen.Tests.Training;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Metrics;

/// <summary>What an evaluation prints, in a culture that would print it otherwise.</summary>
public sealed class EvaluationTextTests
{
    [Fact]
    public void Classes_are_a_table_of_scores_and_a_confusion_matrix()
    {
        using var culture = new Culture();

        $"{MetricCase.All["AbsentClasses"].Classification()}".ShouldBe(
            """
            loss 0.25, accuracy 61.11 %, expected calibration error 0.1495, 90 rows

            class             precision  recall      F1  rows
            -------------------------------------------------
            0                    0.6538  0.6538  0.6538    26
            1                    0.7083  0.5000  0.5862    34
            2                    0.0000  0.0000  0.0000     0
            3                    0.7500  0.7000  0.7241    30
            4                         -       -       -     0
            -------------------------------------------------
            macro average        0.5280  0.4635  0.4910    90
            weighted average     0.7065  0.6111  0.6517    90

            actual \ predicted   0   1  2   3  4
            ------------------------------------
            0                   17   2  4   3  0
            1                    6  17  7   4  0
            2                    0   0  0   0  0
            3                    3   5  1  21  0
            4                    0   0  0   0  0

            """);
    }

    [Fact]
    public void Classes_may_have_names()
    {
        using var culture = new Culture();

        MetricCase.All["TwoClasses"].Classification().ToString(["ham", "spam"]).ShouldBe(
            """
            loss 0.25, accuracy 86.67 %, expected calibration error 0.0520, 120 rows

            class             precision  recall      F1  rows
            -------------------------------------------------
            ham                  0.8113  0.8776  0.8431    49
            spam                 0.9104  0.8592  0.8841    71
            -------------------------------------------------
            macro average        0.8609  0.8684  0.8636   120
            weighted average     0.8700  0.8667  0.8673   120

            actual \ predicted  ham  spam
            -----------------------------
            ham                  43     6
            spam                 10    61

            """);
    }

    [Fact]
    public void Many_classes_are_scores_alone()
    {
        var single = new MetricCase(LossFunction.SoftmaxCrossEntropy, 21, new float[21], [0], null, [], null, null, null);
        string text = single.Classification().ToString();

        text.ShouldStartWith("loss 0.25, accuracy 100.00 %, expected calibration error 1.0000, 1 row\n");
        text.ShouldContain("macro average");
        text.ShouldNotContain("actual");
    }

    [Fact]
    public void One_binary_output_is_its_figures_and_a_confusion_matrix()
    {
        using var culture = new Culture();

        $"{MetricCase.All["Binary"].Binary().At(0.25f)}".ShouldBe(
            """
            loss 0.25, accuracy 47.33 % at threshold 0.25, 150 rows

            precision                   0.3730
            recall                      1.0000
            F1                          0.5434
            ROC AUC                     0.8327
            expected calibration error  0.0915

            actual \ predicted  no  yes
            ---------------------------
            no                  24   79
            yes                  0   47

            """);
    }

    [Fact]
    public void Several_binary_outputs_are_a_table_of_scores()
    {
        using var culture = new Culture();

        $"{MetricCase.All["MultiLabelOfUnevenOutputs"].MultiLabel()}".ShouldBe(
            """
            loss 0.25, accuracy 70.36 % of outputs and 20.00 % of rows at threshold 0.5, 70 rows

            output            precision  recall      F1  rows
            -------------------------------------------------
            0                    0.0000  0.0000  0.0000     0
            1                    1.0000  0.6000  0.7500    70
            2                    0.0000  0.0000  0.0000     0
            3                    0.7500  0.7500  0.7500    32
            -------------------------------------------------
            micro average        0.5841  0.6471  0.6140   102
            macro average        0.4375  0.3375  0.3750   102
            weighted average     0.9216  0.6471  0.7500   102

            """);
    }

    [Fact]
    public void Outputs_may_have_names() =>
        MetricCase.All["MultiLabelWithoutYes"].MultiLabel().ToString(["beach", "sunset"]).ShouldContain("sunset  ");

    [Fact]
    public void A_regression_is_a_table_of_its_outputs()
    {
        using var culture = new Culture();

        $"{MetricCase.All["RegressionOfThreeOutputs"].Regression()}".ShouldBe(
            """
            loss 0.25, 60 rows

            output  mean squared error  root mean squared error  mean absolute error       R2
            ---------------------------------------------------------------------------------
            0                 0.237112                 0.486942             0.393308   0.7636
            1                  429.554                  20.7257              16.0051  -2.1265
            2              9.93829E-05                0.0099691              0.00782   0.9897
            all                143.264                  11.9693              5.46874  -0.1244

            """);
    }

    [Fact]
    public void Scores_of_an_output_are_one_line()
    {
        using var culture = new Culture();

        $"{MetricCase.All["RegressionOfThreeOutputs"].Regression().Outputs[1]}".ShouldBe(
            "mean squared error 429.554, root mean squared error 20.7257, mean absolute error 16.0051, R2 -2.12645");
    }

    [Fact]
    public void A_regression_of_one_output_is_one_line_of_figures()
    {
        using var culture = new Culture();

        $"{MetricCase.All["Regression"].Regression()}".ShouldBe(
            """
            loss 0.25, 80 rows

            output  mean squared error  root mean squared error  mean absolute error      R2
            --------------------------------------------------------------------------------
            all               0.252501                 0.502495             0.406481  0.9366

            """);
    }
}
