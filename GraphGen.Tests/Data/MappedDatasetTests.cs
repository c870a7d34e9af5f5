using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GraphGen.Execution;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Data;

public sealed class MappedDatasetTests : IDisposable
{
    private const int Rows = 300;
    private const int Width = 20;

    private readonly TemporaryFolder _folder = new();
    private readonly float[] _inputs = [.. Enumerable.Range(0, Rows * Width).Select(i => MathF.Sin(i))];
    private readonly int[] _labels = [.. Enumerable.Range(0, Rows).Select(row => row * row % 3)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Mapped_rows_are_those_of_the_file()
    {
        Dataset data = Map();
        Dataset slice = data[100..200];

        data.Count.ShouldBe(Rows);
        data.Inputs.SequenceEqual(_inputs).ShouldBeTrue();
        data.InputRow(299).ToArray().ShouldBe(_inputs[^Width..]);
        data.Labels.SequenceEqual(_labels).ShouldBeTrue();
        slice.Inputs.SequenceEqual(_inputs.AsSpan(100 * Width, 100 * Width)).ShouldBeTrue();
        slice.Labels[0].ShouldBe(_labels[100]);
        Should.Throw<ArgumentOutOfRangeException>(() => slice.InputRow(100));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_network_learns_the_same_bits_from_a_mapped_file_as_from_an_array(int threads)
    {
        var options = new FitOptions { Epochs = 3, BatchSize = 128, LearningRate = 0.1f };
        var expected = new MappedRowsNetwork(seed: 1, threads: threads);
        var actual = new MappedRowsNetwork(seed: 1, threads: threads);

        expected.Fit(new Dataset(_inputs, Width, _labels), options);
        actual.Fit(Map(), options);

        Bits(actual).ShouldBe(Bits(expected));
        actual.Evaluate(Map()[7..]).ToString().ShouldBe(expected.Evaluate(new Dataset(_inputs, Width, _labels)[7..]).ToString());
    }

    [Fact]
    public void No_part_of_the_rows_is_drawn_into_memory_to_validate_on() =>
        Should.Throw<ArgumentException>(() => new MappedRowsNetwork().Fit(Map(), new FitOptions { ValidationFraction = 0.2 })).Message.ShouldContain("set Validation to data[^n..]");

    [Fact]
    public void Rows_that_were_scaled_into_a_file_train_as_those_that_were_scaled_in_memory()
    {
        var raw = new Dataset(_inputs, Width, _labels);
        (Dataset scaled, Standardization scaling) = raw.Standardize();
        using (var writer = new NpyWriter<float>(_folder.PathOf("scaled.npy"), Width))
        {
            writer.Write(scaled.Inputs);
            writer.Complete();
        }

        Dataset mapped = NpyFile.MapDataset(_folder.PathOf("scaled.npy"), Write("y.npy", NpyArray.Of(_labels))).WithScaling(scaling);
        var expected = new MappedRowsNetwork(seed: 1);
        var actual = new MappedRowsNetwork(seed: 1);
        expected.Fit(scaled, new FitOptions { Validation = scaled[..50] });
        actual.Fit(mapped, new FitOptions { Validation = scaling.Apply(raw[..50]) });

        Bits(actual).ShouldBe(Bits(expected));
        actual.InputScaling.ShouldBe(scaling);
        $"{mapped}".ShouldBe("300 rows of 20 inputs and a label from 0 to 1; mapped from a file; inputs scaled by a standardization of 20 columns");
    }

    [Fact]
    public void Targets_are_mapped_too_where_they_are_floats_and_read_otherwise()
    {
        string inputs = Write("x.npy", NpyArray.Of(_inputs, Rows, Width));

        Dataset mapped = NpyFile.MapDataset(inputs, inputs);
        Dataset read = NpyFile.MapDataset(inputs, Write("y.npy", NpyArray.Of(Array.ConvertAll(_inputs, value => (double)value), Rows, Width)));

        mapped.TargetSize.ShouldBe(Width);
        mapped.TargetRow(3).ToArray().ShouldBe(_inputs[(3 * Width)..(4 * Width)]);
        read.Targets.SequenceEqual(mapped.Targets).ShouldBeTrue();
        mapped[10..].Targets.SequenceEqual(_inputs.AsSpan(10 * Width)).ShouldBeTrue();
    }

    [Fact]
    public void A_file_that_does_not_lie_as_memory_does_is_refused_with_what_to_do()
    {
        string labels = Write("y.npy", NpyArray.Of(_labels));

        foreach (string name in new[] { "f8le.npy", "f4be.npy", "fortran.npy" })
        {
            Should.Throw<InvalidDataException>(() => NpyFile.MapDataset(DataFiles.PathOf(name), labels))
                .Message.ShouldContain("save numpy.ascontiguousarray(array, numpy.float32)");
        }

        Should.Throw<InvalidDataException>(() => NpyFile.MapDataset(Write("x.npy", NpyArray.Of(_inputs)), labels)).Message.ShouldContain("6000 rows of inputs");
        Should.Throw<FileNotFoundException>(() => NpyFile.MapDataset(_folder.PathOf("none.npy"), labels));
        Should.Throw<InvalidDataException>(() => NpyFile.MapDataset(DataFiles.PathOf("empty.npy"), labels)).Message.ShouldContain("[0, 3]");
    }

    [Fact]
    public void Rows_taken_out_of_a_mapped_file_are_copies()
    {
        Dataset data = Map();

        Dataset picked = data.Pick([5, 299, 5]);
        (Dataset scaled, _) = data.Standardize();

        picked.InputRow(1).ToArray().ShouldBe(_inputs[^Width..]);
        scaled.Inputs.SequenceEqual(new Dataset(_inputs, Width, _labels).Standardize().Data.Inputs).ShouldBeTrue();
        picked.Labels.ToArray().ShouldBe([_labels[5], _labels[299], _labels[5]]);
    }

    [Fact]
    public void The_rows_of_a_mapped_file_are_checked_to_be_finite_once()
    {
        MappedStorage storage = MapStorage();

        storage.IsKnownFinite(Width, Width).ShouldBeFalse();
        new MappedRowsNetwork().Evaluate(Dataset.Over(storage, Width, _labels)[10..]);

        storage.IsKnownFinite(10 * Width, (Rows - 10) * Width).ShouldBeTrue();
        storage.IsKnownFinite(9 * Width, Width).ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, 1, 2, 3)]
    [InlineData(3, 1, 0, 2)]
    [InlineData(2, 0, 3, 1)]
    public void What_was_checked_slice_by_slice_is_known_as_a_whole(params int[] order)
    {
        MappedStorage storage = MapStorage();
        (int Start, int Length)[] slices = [(0, 100), (100, 50), (120, 80), (200, 100)];
        foreach (int slice in order)
        {
            storage.IsKnownFinite(0, 300).ShouldBeFalse();
            storage.MarkFinite(slices[slice].Start, slices[slice].Length);
        }

        storage.IsKnownFinite(0, 300).ShouldBeTrue();
        storage.IsKnownFinite(90, 150).ShouldBeTrue();
        storage.IsKnownFinite(0, 301).ShouldBeFalse();
    }

    [Fact]
    public void A_value_that_is_no_number_is_found_wherever_it_is()
    {
        foreach (int row in new[] { 0, 1, 257, Rows - 1 })
        {
            float[] spoilt = [.. _inputs];
            spoilt[(row * Width) + 3] = float.NaN;
            string path = Write("spoilt.npy", NpyArray.Of(spoilt, Rows, Width));
            Dataset data = NpyFile.MapDataset(path, Write("y.npy", NpyArray.Of(_labels)));

            Should.Throw<ArgumentException>(() => new MappedRowsNetwork().Evaluate(data)).Message.ShouldContain($"in row {row}, column 3");
            File.Delete(path);
        }
    }

    [Fact]
    public void A_file_is_let_go_when_nothing_refers_to_it()
    {
        WeakReference storage = MapAndForget();
        Collect();

        storage.IsAlive.ShouldBeFalse();
    }

    [Fact]
    public void Judging_predictions_keeps_no_file_open()
    {
        WeakReference storage = MapJudgeAndForget();
        Collect();

        storage.IsAlive.ShouldBeFalse();
    }

    [Fact]
    public void A_span_outlives_its_data()
    {
        ReadOnlySpan<float> last = SpanOfForgottenData();
        Collect();

        last.SequenceEqual(_inputs.AsSpan(^Width..)).ShouldBeTrue();
    }

    [Fact]
    public void More_values_than_an_array_holds_are_read_at_both_ends()
    {
        // Sparse where the file system knows such files: 9 GB that are not there. Windows would set the room aside.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const int HugeCount = 450_000_000;
        float[] first = [1, 2, 3, 4, 5];
        float[] last = [-1, -2, -3, -4, -5];
        Dataset data = MapHuge(HugeCount, first, last);
        Dataset two = new([.. first, .. last], 5, [.. first, .. last], 5);
        var network = new MappedTargetsNetwork(seed: 3);
        var expected = new MappedTargetsNetwork(seed: 3);

        data.Count.ShouldBe(HugeCount);
        data.InputRow(HugeCount - 1).ToArray().ShouldBe(last);
        data[^1..].Targets.ToArray().ShouldBe(last);
        data[..1].Inputs.ToArray().ShouldBe(first);
        ((INetwork)network).TrainStep(data, [0, HugeCount - 1], 0.1f).ShouldBe(((INetwork)expected).TrainStep(two, [0, 1], 0.1f));
        Bits(network).ShouldBe(Bits(expected));
        network.Evaluate(data[^1..]).ToString().ShouldBe(expected.Evaluate(two[1..]).ToString());
        ((INetwork)network).Evaluate(data, HugeCount - 1, 1, new float[5]).ShouldBe(((INetwork)expected).Evaluate(two, 1, 1, new float[5]));
        data.Pick([HugeCount - 1]).Inputs.ToArray().ShouldBe(last);
        Should.Throw<InvalidOperationException>(() => data.Inputs.Length).Message.ShouldContain("take InputRow, or slices of the data");
        Should.Throw<InvalidOperationException>(() => data.Targets.Length).Message.ShouldContain("take TargetRow, or slices of the data");
        Should.Throw<InvalidOperationException>(() => data.InputRows.ToArray()).Message.ShouldContain("copied into an array");
        Should.Throw<ArgumentOutOfRangeException>(() => ((INetwork)network).TrainStep(data, [HugeCount], 0.1f));
    }

    private static void Collect()
    {
        for (int round = 0; round < 3; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private static int[] Bits(INetwork network) => [.. network.Parameters.SelectMany(parameter =>
    {
        float[] values = new float[parameter.Length];
        parameter.CopyTo(values);
        return values.Select(BitConverter.SingleToInt32Bits);
    })];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference MapAndForget()
    {
        MappedStorage storage = MapStorage();
        new MappedRowsNetwork().Evaluate(Dataset.Over(storage, Width, _labels));
        return new WeakReference(storage);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference MapJudgeAndForget()
    {
        MappedStorage storage = MapStorage();
        Dataset data = Dataset.Over(storage, 5, storage, 5);
        new MappedTargetsNetwork().Evaluate(data).Count.ShouldBe(data.Count);
        Metric.R2.Start(MappedTargetsNetwork.Info, data).Compute(_inputs).ShouldBe(1);

        var answers = new NetworkInfo("Answers", 5, 5, LossFunction.BinaryCrossEntropy, "Sgd", [], 0, 0, new MemoryInfo(0, 0, 0, 0, 0, 0));
        GroundTruth.Of(answers, data).Holds(0, 2).ShouldBe(_inputs[2] >= 0.5f);
        RightPredictions.Count(answers, data, _inputs).ShouldBe(_inputs.Length);
        return new WeakReference(storage);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ReadOnlySpan<float> SpanOfForgottenData() => Map().InputRow(Rows - 1);

    private Dataset Map() => NpyFile.MapDataset(Write("x.npy", NpyArray.Of(_inputs, Rows, Width)), Write("y.npy", NpyArray.Of(_labels)));

    private MappedStorage MapStorage() => new(Write("x.npy", NpyArray.Of(_inputs, Rows, Width)), start: 128, Rows * Width);

    private Dataset MapHuge(int count, float[] first, float[] last)
    {
        string path = _folder.PathOf("huge.npy");
        byte[] header = NpyHeader.Of(NpyElement.Of<float>(), [count, first.Length]).ToBytes();
        using (FileStream file = File.Create(path))
        {
            file.Write(header);
            file.Write(MemoryMarshal.AsBytes(first.AsSpan()));
            file.Position = header.Length + (((long)count - 1) * first.Length * sizeof(float));
            file.Write(MemoryMarshal.AsBytes(last.AsSpan()));
        }

        return NpyFile.MapDataset(path, path);
    }

    private string Write(string name, NpyArray array)
    {
        string path = _folder.PathOf(name);
        NpyFile.Write(path, array);
        return path;
    }
}

[Input(20)]
[Dense(8, Act.Elu)]
[Dense(3)]
[SoftmaxCrossEntropy]
[Nag]
public sealed partial class MappedRowsNetwork;

[Input(5)]
[Dense(5)]
[MeanSquaredError]
[Sgd]
public sealed partial class MappedTargetsNetwork;
