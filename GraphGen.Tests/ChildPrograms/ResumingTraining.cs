using GraphGen.Tests.EndToEnd;
using GraphGen.Tests.Training;

namespace GraphGen.Tests.ChildPrograms;

/// <summary>
/// A training that goes on from its last checkpoint whenever it is started again, until it is done: with dropout, batch normalisation, Adam, averages,
/// accumulated gradients, early stopping and a plateau, so that whatever a checkpoint forgets changes the result.
/// </summary>
internal sealed class ResumingTraining(string folder, ulong seed)
{
    /// <summary>Printed when the first step of a process is made.</summary>
    public const string Started = "started";

    private const int Rows = 95;

    private readonly Dataset _data = new(RandomData.Floats(Rows * 4, seed: 21), 4, RandomData.Labels(Rows, 3, seed: 22));

    /// <summary>The file that holds the parameters when all is done.</summary>
    public string Result => Path.Combine(folder, "result.safetensors");

    private string Progress => Path.Combine(folder, "progress.safetensors");

    /// <summary>The training without a stop and without files, for comparison.</summary>
    public Patient WithoutStop()
    {
        var network = new Patient(seed);
        network.Fit(_data, Options([]));
        return network;
    }

    /// <summary>The training from where it was.</summary>
    public void Run()
    {
        if (File.Exists(Result))
        {
            File.Delete(Progress);
            return;
        }

        var network = new Patient(seed);
        network.Fit(
            _data,
            Options([new Checkpoint(Progress) { EveryBatches = 2 }, new LambdaCallback { BatchEnd = Announce }]),
            File.Exists(Progress) ? Progress : null);
        network.Save(Result);
        File.Delete(Progress);
    }

    private FitOptions Options(IEnumerable<ITrainingCallback> files) => new()
    {
        Epochs = 80,
        BatchSize = 8,
        LearningRate = 0.02f,
        Seed = seed,
        Validation = _data[..30],
        Callbacks = [new EarlyStopping { Patience = 70 }, new ReduceOnPlateau { Patience = 3 }, .. files],
    };

    private bool _announced;

    private void Announce(TrainingRun run)
    {
        if (!_announced)
        {
            _announced = true;
            Console.WriteLine(Started);
        }
    }
}
