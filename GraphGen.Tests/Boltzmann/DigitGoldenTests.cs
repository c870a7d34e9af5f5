using System.Runtime.CompilerServices;
using System.Text.Json;
using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace GraphGen.Tests.Boltzmann;

/// <summary>
/// Digits against scikit-learn's BernoulliRBM of the same size, trained on the same rows in the same way; <c>make_machine_goldens.py</c> wrote down how
/// it did under five seeds.
/// </summary>
public class DigitGoldenTests(ITestOutputHelper output)
{
    private const int Trained = 2000;
    private const int Tested = 1000;

    /// <summary>One unit for each row leaves a standard error of 5 %, so that it is done several times.</summary>
    private const int Scores = 20;

    private static readonly FitOptions Options = new() { Epochs = 10, BatchSize = 10, LearningRate = 0.05f };

    /// <summary>scikit-learn's chains are persistent, too. Its five runs differ by 3 %; five of ours gave -112 to -118 nats, theirs -114 to -118.</summary>
    [Fact]
    public void Persistent_chains_do_as_well_as_those_of_scikit_learn()
    {
        (double likelihood, double error) = Figures(new PersistentDigitMachine(seed: 1));
        (double theirLikelihood, double theirError) = Theirs();

        likelihood.ShouldBeGreaterThan(1.05 * theirLikelihood);
        error.ShouldBeLessThan(1.05 * theirError);
    }

    /// <summary>Five runs gave -108 to -109 nats.</summary>
    [Fact]
    public void Chains_that_begin_at_the_data_do_better_on_so_few_digits()
    {
        (double likelihood, double error) = Figures(new DigitMachine(seed: 1));
        (double theirLikelihood, double theirError) = Theirs();

        likelihood.ShouldBeGreaterThan(theirLikelihood);
        error.ShouldBeLessThan(theirError);
    }

    private (double PseudoLikelihood, double SquaredError) Figures<TMachine>(TMachine machine)
        where TMachine : IBoltzmannMachine
    {
        Dataset all = MnistSubset.All;
        machine.Fit(all[..Trained], Options);
        float[] rows = all[Trained..(Trained + Tested)].Inputs.ToArray(), codes = new float[Tested * machine.CodeSize], reconstruction = new float[rows.Length];
        machine.Encode(rows, codes);
        machine.Decode(codes, reconstruction);
        double likelihood = Enumerable.Range(0, Scores).Average(seed => machine.PseudoLikelihood(rows, (ulong)seed)), error = reconstruction.Zip(rows, (y, x) => (double)(y - x) * (y - x)).Average();
        output.WriteLine(FormattableString.Invariant($"{machine.Info.Name}: pseudo-likelihood {likelihood:F1}, squared error {error:F4}; theirs {Theirs()}"));
        return (likelihood, error);
    }

    private static (double PseudoLikelihood, double SquaredError) Theirs([CallerFilePath] string here = "")
    {
        string path = Path.Combine(Path.GetDirectoryName(here)!, "Files", "digits.json");
        using var golden = JsonDocument.Parse(File.ReadAllText(path));
        JsonElement[] runs = [.. golden.RootElement.GetProperty("runs").EnumerateArray()];
        return (Mean("pseudo_likelihood"), Mean("squared_error"));

        double Mean(string figure) => runs.Average(run => run.GetProperty(figure).GetDouble());
    }
}
