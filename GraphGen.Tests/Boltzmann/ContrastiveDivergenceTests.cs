using GraphGen.Execution;
using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Boltzmann;

/// <summary>
/// Gradients against what they are on average, summed up over all states. A batch holds each row so often that its mean over the draws has
/// standard errors of less than 0.004.
/// </summary>
public class ContrastiveDivergenceTests
{
    private const int Repetitions = 1 << 14;
    private const double Tolerance = 0.015;

    private static readonly float[][] Rows = [[1, 0, 1, 1], [0, 0, 1, 0]];

    [Fact]
    public void One_step_has_the_expected_gradient()
    {
        var machine = new TinyMachine(seed: 5);
        TinyMachines.Randomize(machine);

        Gradient(machine, Rows).ShouldBe(ExactMachine.Of(machine).OneStepGradient(Doubles(Rows)), Tolerance);
    }

    [Fact]
    public void Many_steps_follow_the_likelihood()
    {
        var machine = new PatientMachine(seed: 6);
        TinyMachines.Randomize(machine);

        Gradient(machine, Rows).ShouldBe(ExactMachine.Of(machine).LikelihoodGradient(Doubles(Rows)), Tolerance);
    }

    [Fact]
    public void Many_steps_of_Gaussian_units_follow_the_likelihood()
    {
        float[][] rows = [[0.4f, -1.3f, 0.2f, 1.1f], [-0.7f, 0.3f, 1.9f, -0.1f]];
        var machine = new GaussianMachine(seed: 7);
        TinyMachines.Randomize(machine);

        Gradient(machine, rows).ShouldBe(ExactMachine.Of(machine).LikelihoodGradient(Doubles(rows)), 0.04);
    }

    /// <summary>One step each is enough where the chains go on, even behind a batch of more rows than there are chains.</summary>
    [Fact]
    public void Persistent_chains_follow_the_likelihood()
    {
        const int forgotten = 30, counted = 200;
        var machine = new PersistentMachine(seed: 8);
        TinyMachines.Randomize(machine);
        float[] inputs = Repeated(Rows, 300);
        double[] mean = new double[19];
        for (int step = 0; step < forgotten + counted; step++)
        {
            machine.TrainStep(inputs, learningRate: 0);
            machine.ComputeGradients(inputs);
            float[] gradient = TinyMachines.Gradient(machine);
            for (int index = 0; step >= forgotten && index < mean.Length; index++)
            {
                mean[index] += gradient[index] / counted;
            }
        }

        mean.ShouldBe(ExactMachine.Of(machine).LikelihoodGradient(Doubles(Rows)), 0.025);
    }

    [Fact]
    public void The_loss_is_that_of_the_reconstruction_after_one_step()
    {
        // With these biases every unit's draw is certain, so that the step is known.
        var machine = new TinyMachine();
        machine.Hidden.Weight.CopyFrom(new float[12]);
        machine.Hidden.Bias!.CopyFrom([-100f, 100f, -100f]);
        machine.Visible.Bias!.CopyFrom([100f, -100f, 0f, 0f]);

        machine.ComputeGradients([1f, 0f, 1f, 0f]).ShouldBe(MathF.Log(2) / 2, 1e-6f);
    }

    [Fact]
    public void A_step_is_the_same_bits_for_any_number_of_threads_and_differs_from_the_next()
    {
        float[] inputs = Repeated(Rows, 50);
        float[][] results = [.. new[] { 1, 2, 3 }.Select(threads =>
        {
            var machine = new TinyMachine(seed: 3, threads);
            ((INetwork)machine).Memory.SharesSmallSteps = true;
            machine.ComputeGradients(inputs);
            return TinyMachines.Gradient(machine);
        })];

        results[1].ShouldBe(results[0]);
        results[2].ShouldBe(results[0]);
        var two = new TinyMachine(seed: 3);
        two.TrainStep(inputs, 0);
        two.ComputeGradients(inputs);
        TinyMachines.Gradient(two).ShouldNotBe(results[0]);
    }

    [Fact]
    public void Steps_allocate_nothing_though_chains_go_on()
    {
        var machine = new PersistentMachine(seed: 3);
        float[] inputs = Repeated(Rows, 50);

        AllocatedBytes.Of(calls: 10, () => machine.TrainStep(inputs, 0.01f)).ShouldBe(0);
    }

    private static double[] Gradient<TMachine>(TMachine machine, float[][] rows)
        where TMachine : IBoltzmannMachine
    {
        float[] inputs = Repeated(rows, Repetitions);
        switch (machine)
        {
            case TinyMachine tiny:
                tiny.ComputeGradients(inputs);
                break;
            case PatientMachine patient:
                patient.ComputeGradients(inputs);
                break;
            case GaussianMachine gaussian:
                gaussian.ComputeGradients(inputs);
                break;
        }

        return [.. TinyMachines.Gradient(machine).Select(value => (double)value)];
    }

    private static float[] Repeated(float[][] rows, int times) => [.. Enumerable.Range(0, times).SelectMany(_ => rows).SelectMany(row => row)];

    private static double[][] Doubles(float[][] rows) => [.. rows.Select(row => row.Select(value => (double)value).ToArray())];
}
