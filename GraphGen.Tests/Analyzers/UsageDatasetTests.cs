using Xunit;

namespace GraphGen.Tests.Analyzers;

/// <summary>GG5002: data sets with labels for a network that learns targets, and the other way round.</summary>
public class UsageDatasetTests
{
    [Theory]
    [InlineData("new Numbers().Fit([|new Dataset(values, 4, labels: classes)|], new FitOptions());", "holds labels", "'Numbers' learns targets", "Numbers.OutputSize")]
    [InlineData("new Numbers().Fit([|new(values, 4, classes)|], new FitOptions());", "holds labels")]
    [InlineData("new Classes().Fit([|new Dataset(values, 4, values, 3)|], new FitOptions());", "holds targets", "'Classes' learns classes", "labels")]
    [InlineData("var d = new Dataset(values, 4, classes); new Numbers().Evaluate([|d|]);", "holds labels")]
    [InlineData("var d = new Dataset(values, 4, classes); var part = d[..10]; new Numbers().Evaluate([|part|]);", "holds labels")]
    [InlineData("new Numbers().Inspect([|new Dataset(values, 4, classes).Slice(..10)|]);", "holds labels")]
    [InlineData("new Numbers().Fit([|new Dataset(values, 4, classes).WithWeights(values)|], new FitOptions());", "holds labels")]
    [InlineData("new Numbers().Fit([|IdxFile.ReadDataset(\"a\", \"b\")|], new FitOptions());", "holds labels")]
    [InlineData("LearningRateFinder.Find(new Numbers(), [|new Dataset(values, 4, classes)|]);", "holds labels")]
    [InlineData("new Answers().Fit([|new Dataset(values, 4, classes)|], new FitOptions());", "holds labels")]
    [InlineData("new Numbers().Fit(data, new FitOptions { Validation = [|new Dataset(values, 4, classes)|] });", "holds labels")]
    [InlineData("new Numbers().Fit(data, new() { Validation = [|new(values, 4, classes)|] });", "holds labels")]
    [InlineData("var o = new FitOptions { Epochs = 2, Validation = [|IdxFile.ReadDataset(\"a\", \"b\")|] }; new Numbers().Fit(data, o);", "holds labels")]
    public Task A_data_set_of_the_other_kind_is_reported(string statements, params string[] message) =>
        UsageSource.Reports("GG5002", statements, message);

    [Theory]
    [InlineData("new Numbers().Fit(new Dataset(values, 4, values, 2), new FitOptions { Validation = new Dataset(values, 4, values, 2) });")]
    [InlineData("new Classes().Fit(new Dataset(values, 4, classes), new FitOptions { Validation = new Dataset(values, 4, classes) });")]
    [InlineData("new Answer().Fit(new Dataset(values, 4, classes), new FitOptions());")]
    [InlineData("new Answer().Fit(new Dataset(values, 4, values, 1), new FitOptions());")]
    [InlineData("new Answers().Fit(new Dataset(values, 4, values, 2), new FitOptions());")]
    [InlineData("new Classes().Fit(IdxFile.ReadDataset(\"a\", \"b\"), new FitOptions());")]
    [InlineData("new Numbers().Fit(data, new FitOptions { Validation = data });")]
    [InlineData("var d = new Dataset(values, 4, classes); d = data; new Numbers().Fit(d, new FitOptions());")]
    [InlineData("LearningRateFinder.Find(new Answer(), new Dataset(values, 4, classes));")]
    [InlineData("GraphGen.Execution.INetwork net = new Numbers(); LearningRateFinder.Find(net, data);")]
    public Task What_the_run_time_accepts_is_left_alone(string statements) => UsageSource.Accepts(statements);
}
