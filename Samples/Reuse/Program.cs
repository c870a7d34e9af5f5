using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using GraphGen;

string[] parts = ["transfer", "pretraining", "cache"];
var part = new Option<string?>("--part") { Description = "What to show (default: all of it)." };
part.AcceptOnlyFromAmong(parts);
var seeds = new Option<int>("--seeds") { Description = "Runs of each part, with other weights and, in transfer and pretraining, other labelled rows.", DefaultValueFactory = _ => 5 };
seeds.Validators.Add(result =>
{
    if (result.GetValueOrDefault<int>() is < 1 or > 1000)
    {
        result.AddError("--seeds takes a whole number from 1 to 1000.");
    }
});
var data = new Option<string?>("--data") { Description = "The folder of the digits' four IDX files (default: Samples/Data/mnist)." };
var command = new RootCommand("Reuses what networks have learned: transfer between tasks, unsupervised pretraining, cached features.") { part, seeds, data };
command.SetAction(result =>
{
    CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
    try
    {
        Run(result.GetValue(part) is { } one ? [one] : parts, result.GetValue(seeds), result.GetValue(data));
        return 0;
    }
    catch (Exception failure) when (failure is ArgumentException or IOException or InvalidDataException or InvalidOperationException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine(failure.Message);
        return 1;
    }
});
return command.Parse(args).Invoke();

static void Run(string[] parts, int seeds, string? folder)
{
    long start = Stopwatch.GetTimestamp();
    (Dataset train, Dataset test) = Mnist.Load(folder);
    foreach (string part in parts)
    {
        switch (part)
        {
            case "transfer":
                new Transfer(train, test).Run(seeds);
                break;
            case "pretraining":
                new Pretraining(train, test).Run(seeds);
                break;
            default:
                CacheTimes.Run(train, seeds);
                break;
        }
    }

    Console.WriteLine($"{Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s");
}
