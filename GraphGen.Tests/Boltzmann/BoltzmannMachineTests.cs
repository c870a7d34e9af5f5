using Shouldly;
using Xunit;

namespace GraphGen.Tests.Boltzmann;

/// <summary>What machines say of rows and make up, against the sums over all their states.</summary>
public class BoltzmannMachineTests
{
    [Fact]
    public void Free_energies_sum_up_the_hidden_states()
    {
        FreeEnergies<TinyMachine>(new(), [1, 0, 1, 1, 0, 0, 0.25f, 0]);
        FreeEnergies<GaussianMachine>(new(), [1.5f, 0, -1, 2, 0.3f, 0, 0.25f, 0]);

        static void FreeEnergies<TMachine>(TMachine machine, float[] rows)
            where TMachine : IBoltzmannMachine
        {
            TinyMachines.Randomize(machine);
            double[] energies = new double[2];
            machine.FreeEnergy(rows, energies);

            var exact = ExactMachine.Of(machine);
            energies.ShouldBe([exact.FreeEnergy([.. rows[..4].Select(value => (double)value)]), exact.FreeEnergy([.. rows[4..].Select(value => (double)value)])], 1e-5);
        }
    }

    [Fact]
    public void The_pseudo_likelihood_is_that_of_one_unit_given_the_others_drawn_evenly()
    {
        const int repetitions = 20_000;
        var machine = new TinyMachine();
        TinyMachines.Randomize(machine);
        float[] row = [1, 0, 0, 1];
        var exact = ExactMachine.Of(machine);
        double[] state = [1, 0, 0, 1];
        double expected = Enumerable.Range(0, 4).Sum(unit =>
        {
            double[] turned = [.. state];
            turned[unit] = 1 - turned[unit];
            return Math.Log(exact.Probability(state) / (exact.Probability(state) + exact.Probability(turned)));
        });

        double found = machine.PseudoLikelihood([.. Enumerable.Repeat(row, repetitions).SelectMany(same => same)], seed: 3);

        found.ShouldBe(expected, 0.03);
        new TinyMachine().PseudoLikelihood(row).ShouldBe(-4 * Math.Log(2), 0.1);
    }

    [Fact]
    public void Units_of_Gaussian_machines_cannot_be_turned() =>
        Should.Throw<NotSupportedException>(() => new GaussianMachine().PseudoLikelihood(new float[4])).Message.ShouldContain("GaussianMachine");

    [Fact]
    public void Long_chains_visit_each_state_as_often_as_it_is_likely()
    {
        const int chains = 10_000;
        var machine = new TinyMachine();
        TinyMachines.Randomize(machine);

        float[] rows = machine.Sample(chains, steps: 30, seed: 9);

        var exact = ExactMachine.Of(machine);
        int[] visits = new int[16];
        for (int row = 0; row < chains; row++)
        {
            visits[rows.AsSpan(row * 4, 4).ToArray().Aggregate(0, (state, unit) => (state * 2) + (int)unit)]++;
        }

        double[] expected = [.. ExactMachine.States(4).Select(exact.Probability)];
        visits.Select(count => (double)count / chains).ShouldBe(expected, 0.02);
    }

    [Fact]
    public void No_rows_are_made_up_where_none_are_wanted_and_more_than_there_is_room_for_are_refused()
    {
        var machine = new TinyMachine();

        machine.Sample(count: 0, steps: 5).ShouldBeEmpty();
        Should.Throw<ArgumentOutOfRangeException>(() => machine.Sample(count: int.MaxValue, steps: 5)).ParamName.ShouldBe("count");
        Should.Throw<ArgumentOutOfRangeException>(() => machine.Sample(count: -1, steps: 5)).ParamName.ShouldBe("count");
        Should.Throw<ArgumentOutOfRangeException>(() => machine.Sample(count: 0, steps: -1)).ParamName.ShouldBe("steps");
        Should.Throw<ArgumentException>(() => machine.PseudoLikelihood([])).ParamName.ShouldBe("inputs");
        Should.Throw<ArgumentException>(() => machine.FreeEnergy([], [])).ParamName.ShouldBe("inputs");
    }

    [Fact]
    public void Chains_repeat_none_of_the_numbers_that_began_the_machine_with_the_same_seed()
    {
        var machine = new TinyMachine(seed: 7);
        machine.Hidden.Weight.CopyFrom(new float[12]);
        float[] rows = new float[4 * 100];
        machine.Sample(rows, steps: 1, seed: 7);

        // Without weights hidden units are coins, then visible ones: three numbers, then four.
        var random = new GraphGen.Numerics.CounterRandom(7, stream: 0);
        float[] repeated = [.. Enumerable.Range(0, 7).Select(_ => random.NextDouble() < 0.5 ? 1f : 0f)];
        var first = new GraphGen.Numerics.CounterRandom(7, stream: 1);
        float[] second = [.. Enumerable.Range(0, 7).Select(_ => first.NextDouble() < 0.5 ? 1f : 0f)];
        (rows[..4].SequenceEqual(repeated[3..]) && rows[4..8].SequenceEqual(second[3..])).ShouldBeFalse();
    }

    [Fact]
    public void A_chain_depends_on_its_seed_and_row_alone()
    {
        var machine = new TinyMachine();
        TinyMachines.Randomize(machine);
        float[] many = new float[4 * 600], few = new float[4 * 10];

        machine.Sample(many, steps: 5, seed: 1);
        machine.Sample(few, steps: 5, seed: 1);

        many[..40].ShouldBe(few);
        machine.Sample(few, steps: 5, seed: 2);
        many[..40].ShouldNotBe(few);
    }

    [Fact]
    public void Means_of_Gaussian_chains_are_those_of_the_distribution()
    {
        const int chains = 40_000;
        var machine = new GaussianMachine();
        TinyMachines.Randomize(machine);
        machine.Hidden.Bias!.CopyFrom([100f, -100f, 100f]);

        float[] rows = machine.Sample(chains, steps: 3, seed: 4);

        // With these biases the first and third hidden units are on, the second is off.
        float[] weights = new float[12], biases = new float[4];
        machine.Hidden.Weight.CopyTo(weights);
        machine.Visible.Bias!.CopyTo(biases);
        for (int unit = 0; unit < 4; unit++)
        {
            double[] values = [.. Enumerable.Range(0, chains).Select(row => (double)rows[(row * 4) + unit])];
            double mean = values.Average();
            mean.ShouldBe(biases[unit] + weights[unit * 3] + weights[(unit * 3) + 2], 0.03);
            values.Average(value => (value - mean) * (value - mean)).ShouldBe(1, 0.03);
        }
    }

    [Fact]
    public void Lengths_that_are_no_whole_rows_are_refused()
    {
        var machine = new TinyMachine();
        Should.Throw<ArgumentException>(() => machine.FreeEnergy(new float[5], new double[1]));
        Should.Throw<ArgumentException>(() => machine.FreeEnergy(new float[8], new double[1]));
        Should.Throw<ArgumentException>(() => machine.PseudoLikelihood([]));
        Should.Throw<ArgumentException>(() => machine.Sample(new float[3], 1));
        Should.Throw<ArgumentOutOfRangeException>(() => machine.Sample(2, -1));
    }
}
