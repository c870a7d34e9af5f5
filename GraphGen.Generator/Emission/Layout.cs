using GraphGen.Generator.Planning;

namespace GraphGen.Generator.Emission;

/// <summary>How a plan is emitted: the class that holds the places of its values, and the methods that its segments become.</summary>
/// <param name="Name">The class.</param>
/// <param name="Summary">What it says of itself.</param>
/// <param name="Graph">The plan.</param>
/// <param name="Addresses">The places.</param>
/// <param name="Method">The method of a segment.</param>
internal sealed record Layout(string Name, string Summary, GraphPlan Graph, Addresses Addresses, Func<Segment, string> Method)
{
    /// <summary>The layouts of a network's plans.</summary>
    public static IReadOnlyList<Layout> Of(NetworkPlan plan)
    {
        var layouts = new List<Layout>();
        if (plan.Features is { } features)
        {
            Add("Features", "The same for what the frozen layers make of the rows.", features, ScheduleEmitter.TrainingMethod);
        }

        Add("Training", "Where each value of a training step lies: vectors in floats from the start of theirs, matrices in column blocks of the workspace.", plan.Training, ScheduleEmitter.TrainingMethod);
        if (plan.Resting is { } resting)
        {
            Add("Resting", "The same for the gradient by the rows.", resting, ScheduleEmitter.RestingMethod);
        }

        Add("Prediction", "The same for a prediction.", plan.Inference, ScheduleEmitter.InferenceMethod);
        if (plan.Sampling is { } sampling)
        {
            Add("Sampling", "The same for a prediction with dropout.", sampling, ScheduleEmitter.SamplingMethod);
        }

        return layouts;

        void Add(string name, string summary, GraphPlan graph, Func<Segment, string> method) =>
            layouts.Add(new Layout(name, summary, graph, new Addresses(graph, plan.Parameters, name), method));
    }
}
