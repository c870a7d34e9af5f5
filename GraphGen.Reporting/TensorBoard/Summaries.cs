using Google.Protobuf;

namespace GraphGen.Reporting.TensorBoard;

/// <summary>Values for TensorBoard.</summary>
internal static class Summaries
{
    private const string Training = "train", Validation = "validation";
    private const string LossChart = "loss", AccuracyChart = "accuracy";

    /// <summary>The figures of an epoch; those that it does not have are left out.</summary>
    public static Summary Of(EpochRecord record)
    {
        var summary = new Summary();
        Add($"{LossChart}/{Training}", record.Loss);
        Add($"{LossChart}/{Validation}", record.ValidationLoss);
        Add($"{AccuracyChart}/{Training}", record.Accuracy);
        Add($"{AccuracyChart}/{Validation}", record.ValidationAccuracy);
        foreach ((string name, double value) in record.Metrics)
        {
            Add($"metrics/{name}", (float)value);
        }

        Add("training/learning_rate", record.LearningRate);
        Add("training/samples_per_second", (float)record.SamplesPerSecond);
        Add("training/epoch_seconds", (float)record.Seconds);
        return summary;

        void Add(string tag, float? value)
        {
            if (value is { } measured && !float.IsNaN(measured))
            {
                summary.Value.Add(new Summary.Types.Value { Tag = tag, SimpleValue = measured });
            }
        }
    }

    /// <summary>The histograms of each layer.</summary>
    public static Summary Of(NetworkStatistics network)
    {
        var summary = new Summary();
        foreach (LayerStatistics layer in network.Layers)
        {
            Add($"{layer.Name}/outputs", layer.Outputs);
            Add($"{layer.Name}/gradients", layer.Gradients);
            Add($"{layer.Name}/weights", layer.Weights);
            Add($"{layer.Name}/weight_gradients", layer.WeightGradients);
        }

        return summary;

        void Add(string tag, TensorStatistics? tensor)
        {
            if (tensor is { NonFiniteShare: < 1 })
            {
                summary.Value.Add(new Summary.Types.Value { Tag = tag, Histo = Histogram(tensor) });
            }
        }
    }

    /// <summary>A page of Markdown.</summary>
    public static Summary Text(string tag, string markdown) => Tensor(tag, "text", ByteString.CopyFromUtf8(markdown));

    /// <summary>Charts of the page "Custom Scalars", which show training and validation in one.</summary>
    public static Summary Charts()
    {
        var category = new Category { Title = "Training and validation" };
        foreach (string chart in new[] { LossChart, AccuracyChart })
        {
            var lines = new MultilineChartContent();
            lines.Tag.Add($"^{chart}/({Training}|{Validation})$");
            category.Chart.Add(new Chart { Title = chart, Multiline = lines });
        }

        var layout = new Layout();
        layout.Category.Add(category);
        return Tensor("custom_scalars__config__", "custom_scalars", layout.ToByteString());
    }

    /// <summary>Sums and buckets of a tensor's finite elements. Elements that are all equal make a single bucket, of no width.</summary>
    private static HistogramProto Histogram(TensorStatistics tensor)
    {
        double count = tensor.Histogram.Sum(), mean = tensor.Mean, deviation = tensor.StandardDeviation;
        var histogram = new HistogramProto
        {
            Min = tensor.Minimum,
            Max = tensor.Maximum,
            Num = count,
            Sum = mean * count,
            SumSquares = ((deviation * deviation) + (mean * mean)) * count,
        };
        int buckets = tensor.Maximum > tensor.Minimum ? TensorStatistics.BinCount : 1;
        for (int bucket = 0; bucket < buckets; bucket++)
        {
            histogram.BucketLimit.Add(tensor.BinEdge(bucket + 1));
            histogram.Bucket.Add(tensor.Histogram[bucket]);
        }

        return histogram;
    }

    private static Summary Tensor(string tag, string plugin, ByteString text)
    {
        var tensor = new TensorProto { Dtype = DataType.DtString, TensorShape = new TensorShapeProto() };
        tensor.StringVal.Add(text);
        var metadata = new SummaryMetadata
        {
            PluginData = new SummaryMetadata.Types.PluginData { PluginName = plugin },
            DataClass = DataClass.Tensor,
        };
        var summary = new Summary();
        summary.Value.Add(new Summary.Types.Value { Tag = tag, Metadata = metadata, Tensor = tensor });
        return summary;
    }
}
