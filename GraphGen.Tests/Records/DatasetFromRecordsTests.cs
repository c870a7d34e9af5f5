using Shouldly;
using Xunit;

namespace GraphGen.Tests.Records;

public sealed class DatasetFromRecordsTests
{
    private static readonly Flower[] Flowers =
    [
        new(5.1f, 3.5f, 1.4f, 0.2f, Species.Setosa), new(6.3f, 3.3f, 6.0f, 2.5f, Species.Virginica), new(7.0f, 3.2f, 4.7f, 1.4f, Species.Versicolor),
    ];

    public static TheoryData<IEnumerable<Flower>> Sources => [Flowers, Flowers.ToList(), new Queue<Flower>(Flowers), Flowers.Where(_ => true)];

    [Theory]
    [MemberData(nameof(Sources))]
    public void Every_sequence_becomes_rows_in_its_order(IEnumerable<Flower> flowers)
    {
        Dataset data = Dataset.From(flowers);

        (data.Count, data.InputSize, data.HasLabels).ShouldBe((3, 4, true));
        data.Inputs.ToArray().ShouldBe([5.1f, 3.5f, 1.4f, 0.2f, 6.3f, 3.3f, 6.0f, 2.5f, 7.0f, 3.2f, 4.7f, 1.4f]);
        data.Labels.ToArray().ShouldBe([0, 2, 1]);
    }

    [Fact]
    public void Numbers_to_predict_become_targets_in_the_order_of_the_source()
    {
        Dataset data = Dataset.From([new House(100, Grade.Low, 250_000, 1200.5f, (Half)4), new House(50.5, Grade.High, 0.5m, -1, (Half)2)]);

        (data.Count, data.InputSize, data.TargetSize).ShouldBe((2, 4, 3));
        data.Inputs.ToArray().ShouldBe([100, 1, 0, 0, 50.5f, 0, 0, 1]);
        data.Targets.ToArray().ShouldBe([250_000, 1200.5f, 4, 0.5f, -1, 2]);
    }

    [Fact]
    public void A_long_sequence_of_unknown_length_loses_no_row()
    {
        Dataset data = Dataset.From(Enumerable.Range(0, 10_000).Where(number => number != 77).Select(number => new Counted(number, number % 7)));

        data.Count.ShouldBe(9_999);
        data.Inputs.ToArray().ShouldBe(Enumerable.Range(0, 10_000).Where(number => number != 77).Select(number => (float)number));
        data.Labels.ToArray().ShouldBe(Enumerable.Range(0, 10_000).Where(number => number != 77).Select(number => number % 7));
    }

    [Fact]
    public void A_collection_that_miscounts_itself_yields_the_rows_that_it_enumerates()
    {
        Dataset.From(new Miscounting(2, count: 1)).Count.ShouldBe(2);
        Dataset.From(new Miscounting(2, count: 5)).Count.ShouldBe(2);
    }

    [Fact]
    public void Private_members_and_enums_are_packed_like_others()
    {
        Dataset data = Dataset.From([new Hidden { Secret = 8 }]);

        data.Inputs.ToArray().ShouldBe([8, 0, 1]);
        data.Labels.ToArray().ShouldBe([1]);
    }

    [Fact]
    public void The_rows_are_copies()
    {
        float[] values = [1, 2];
        Dataset data = Dataset.From([new Measured(values, 0)]);
        values[0] = 99;

        data.Inputs.ToArray().ShouldBe([1, 2]);
    }

    [Fact]
    public void No_record_is_no_data() =>
        Should.Throw<ArgumentException>(() => Dataset.From(Array.Empty<Flower>())).Message.ShouldStartWith("There is no record");

    [Fact]
    public void Nothing_is_refused_by_name() =>
        Should.Throw<ArgumentNullException>(() => Dataset.From<Flower>(null!)).ParamName.ShouldBe("records");

    [Fact]
    public void A_row_that_is_null_is_named() =>
        Should.Throw<ArgumentException>(() => Dataset.From([Flowers[0], null!])).Message.ShouldStartWith("Row 1 is null");

    [Fact]
    public void An_exception_names_the_row_and_the_member()
    {
        RecordException exception = Should.Throw<RecordException>(() => Dataset.From([Flowers[0], Flowers[1] with { PetalLength = float.NaN }]));

        exception.Message.ShouldBe("Row 1: 'PetalLength' is NaN as a float, but must be a finite number.");
        (exception.Row, exception.Member).ShouldBe((1, "PetalLength"));
    }

    [Fact]
    public void A_network_learns_from_records_and_predicts_for_one()
    {
        var network = new FlowerNetwork(seed: 1);
        Flower[] flowers = [.. Enumerable.Range(0, 60).Select(number => Flowers[number % 3] with { SepalWidth = number / 20f })];

        network.Fit(Dataset.From(flowers), new FitOptions { Epochs = 60, BatchSize = 10, LearningRate = 0.02f });

        Span<float> row = stackalloc float[Flower.FeatureCount];
        float[] probabilities = new float[FlowerNetwork.OutputSize];
        foreach (Flower flower in flowers)
        {
            flower.CopyFeaturesTo(row);
            network.Predict(row, probabilities);
            Flower.Classes[Array.IndexOf(probabilities, probabilities.Max())].ShouldBe(flower.Species);
        }
    }

    private sealed class Miscounting(int rows, int count) : IReadOnlyCollection<Counted>, ICollection<Counted>
    {
        public int Count => count;

        public bool IsReadOnly => true;

        public IEnumerator<Counted> GetEnumerator() => Enumerable.Range(0, rows).Select(number => new Counted(number, number)).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

        public void Add(Counted item) => throw new NotSupportedException();

        public void Clear() => throw new NotSupportedException();

        public bool Contains(Counted item) => throw new NotSupportedException();

        public void CopyTo(Counted[] array, int arrayIndex) => throw new NotSupportedException();

        public bool Remove(Counted item) => throw new NotSupportedException();
    }
}

[Input(4)]
[Dense(16, Act.Relu)]
[Dense(3)]
[SoftmaxCrossEntropy]
[Adam]
internal partial class FlowerNetwork;
