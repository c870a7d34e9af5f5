using GraphGen.Benchmarks.Measuring;

namespace GraphGen.Benchmarks.Kernels;

/// <summary>What a layer's products are measured as.</summary>
/// <param name="Shape">The layer's shape.</param>
/// <param name="Rows">Rows of the batch.</param>
/// <param name="Size">The product's size.</param>
/// <param name="IsUpdate">Whether it is a weight gradient with the optimizer's step, which has no target of its own.</param>
/// <param name="Workload">The work.</param>
internal sealed record ProductWorkload(ProductShape Shape, int Rows, ProductSize Size, bool IsUpdate, Workload Workload)
{
    /// <summary>The three products and the two fused updates of a shape, checked.</summary>
    public static IEnumerable<ProductWorkload> Create(ProductShape shape, int rows, InstructionSet set)
    {
        var check = new ProductCheck(shape, rows);
        var nag = new EmittedLayer(shape.CreateNag(), set, rows);
        var adam = new EmittedLayer(shape.CreateAdam(), set, rows);
        check.Fill(nag);
        check.AssertProducts(nag);
        check.Fill(nag);
        check.AssertUpdate(nag, gradient => (1 + 0.9) * StepNumbers.LearningRate * gradient);
        check.Fill(adam);
        check.AssertUpdate(adam, gradient =>
            StepNumbers.LearningRate * (1 - 0.9) * gradient / (Math.Sqrt((1 - 0.999) * gradient * gradient) + StepNumbers.AdamEpsilon));
        ProductSize forward = new(rows, shape.Units, shape.Inputs);
        ProductSize inputGradient = new(rows, shape.Inputs, shape.Units);
        ProductSize weightGradient = new(shape.Inputs, shape.Units, rows);
        yield return Of("forward", forward, nag.Forward, () => nag.FirstSum);
        yield return Of("input gradient", inputGradient, nag.InputGradient, () => nag.FirstInputGradient);
        yield return Of("weight gradient", weightGradient, nag.WeightGradient, () => nag.FirstGradient);
        yield return Of("weight gradient + NAG", weightGradient, nag.UpdateWeights, () => nag.FirstWeight, isUpdate: true);
        yield return Of("weight gradient + Adam", weightGradient, adam.UpdateWeights, () => adam.FirstWeight, isUpdate: true);

        ProductWorkload Of(string name, ProductSize size, Action method, Func<float> result, bool isUpdate = false) => new(
            shape,
            rows,
            size,
            isUpdate,
            new Workload(name, shape.Flop(rows), repetitions =>
            {
                for (int repetition = 0; repetition < repetitions; repetition++)
                {
                    method();
                }

                return result();
            }));
    }
}
