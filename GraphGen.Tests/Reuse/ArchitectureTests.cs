using GraphGen.Execution;
using GraphGen.Tests.Data;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Reuse;

/// <summary>Fingerprints stand in files and on cards: what they are made of must never change by accident.</summary>
public sealed class ArchitectureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public ArchitectureTests() => _path = _folder.PathOf("network.safetensors");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_words_and_the_fingerprint_are_what_they_were()
    {
        Teacher.Info.Architecture.ShouldBe(
            ["Input(6)", "hidden1: Dense(8, Tanh)", "batchnorm1: BatchNorm(1E-05)", "hidden2: Dense(7, Elu(1))", "output: Dense(3, Linear)", "Output(Softmax)"]);
        Slopes.Info.Architecture.ShouldBe(
        [
            "Input(5)", "dense1: Dense(4, LeakyRelu(0.2))", "activation1: Activation(RRelu(0.2291667))", "dense2: Dense(4, PRelu, no bias)",
            "batchnorm1: BatchNorm(0.001)", "dense3: Dense(2, Linear)", "Output(Linear)",
        ]);
        Tied.Info.Architecture[2].ShouldBe("decoder: Dense(5, Linear, tied to code)");
        Student.Info.Architecture[^1].ShouldBe("Output(Sigmoid)");
        Teacher.Info.Fingerprint.ShouldBe("69726d19b785294e");
        Slopes.Info.Fingerprint.ShouldBe("f0735275343cff9a");
    }

    [Fact]
    public void How_a_network_learns_is_not_in_its_fingerprint() => TeacherTrainedOtherwise.Info.Fingerprint.ShouldBe(Teacher.Info.Fingerprint);

    [Fact]
    public void A_file_of_the_same_architecture_is_loaded_and_names_it()
    {
        new Teacher(seed: 1).Save(_path);

        new TeacherTrainedOtherwise().Load(_path).Notes.ShouldBeEmpty();

        Checkpoint.ReadMetadata(_path)["graphgen.architecture"].ShouldBe(string.Join('\n', Teacher.Info.Architecture));
        Checkpoint.List(_path).Fingerprint.ShouldBe(Teacher.Info.Fingerprint);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_activation_that_differs_is_told_layer_by_layer_and_refused(bool trainingState)
    {
        new Student(seed: 1).Save(_path, trainingState);
        var teacher = new Teacher(seed: 2);
        int[] before = ReuseData.Bits(teacher, _ => true);

        var exception = Should.Throw<CheckpointMismatchException>(() => teacher.Load(_path, trainingState));

        exception.Differences.Where(difference => !difference.StartsWith("optimizer.", StringComparison.Ordinal)).ShouldBe(
        [
            "output: weight has the shape [7, 1] in the file, but [7, 3] is needed; bias has the shape [1] in the file, but [3] is needed; "
            + "it is Dense(1, Linear) in the file, but Dense(3, Linear) in the network.",
            "hidden2: it is Dense(7, Relu) in the file, but Dense(7, Elu(1)) in the network.",
            "Output: it is Output(Sigmoid) in the file, but Output(Softmax) in the network.",
        ]);
        ReuseData.Bits(teacher, _ => true).ShouldBe(before);
    }

    [Fact]
    public void A_part_is_taken_in_spite_of_another_activation_which_is_noted()
    {
        var student = new Student(seed: 1);
        student.Save(_path);
        var teacher = new Teacher(seed: 2);

        TransferReport report = teacher.Load(_path, partial: true);

        report.CopiedLayers.ShouldBe(["hidden1", "batchnorm1", "hidden2"]);
        report.Skipped.Single().ShouldStartWith("output: weight has the shape");
        report.Notes.ShouldBe(
        [
            "hidden2: it is Dense(7, Relu) in the file, but Dense(7, Elu(1)) in the network.",
            "Output: it is Output(Sigmoid) in the file, but Output(Softmax) in the network.",
        ]);
        ReuseData.Bits(teacher.Hidden2.Weight).ShouldBe(ReuseData.Bits(student.Hidden2.Weight));
    }

    [Fact]
    public void A_pattern_looks_at_no_other_layers()
    {
        new Student(seed: 1).Save(_path);
        var teacher = new Teacher(seed: 2);

        TransferReport report = teacher.Load(_path, pattern: "hidden1|batchnorm1");

        report.CopiedLayers.ShouldBe(["hidden1", "batchnorm1"]);
        report.Skipped.ShouldBeEmpty();
        report.Notes.ShouldBeEmpty();
        Should.Throw<CheckpointMismatchException>(() => teacher.Load(_path, pattern: "hidden."))
            .Differences.ShouldBe(["hidden2: it is Dense(7, Relu) in the file, but Dense(7, Elu(1)) in the network."]);
        teacher.Load(_path, partial: true, pattern: "hidden.").Notes.Single().ShouldStartWith("hidden2: it is");
        Should.Throw<ArgumentException>(() => teacher.Load(_path, pattern: "hidden9")).ParamName.ShouldBe("pattern");
    }

    [Fact]
    public void A_part_that_is_chosen_leaves_the_scaling_of_the_data_as_it_is()
    {
        var student = new Student(seed: 1);
        (Dataset scaled, _) = ReuseData.Classes(2).Standardize();
        student.Fit(scaled);
        student.Save(_path);
        var other = new Student(seed: 2);

        other.Load(_path, "hidden1");
        other.InputScaling.ShouldBeNull();

        other.Load(_path);
        other.InputScaling.ShouldBe(student.InputScaling);
    }

    [Fact]
    public void Files_that_say_nothing_of_their_network_are_loaded_as_before()
    {
        var student = new Student(seed: 1);
        TensorFile.Write(_path, CheckpointFile.ValuesOf(student.Parameters), metadata: null);

        new Student(seed: 2).Load(_path).CopiedLayers.Count.ShouldBe(4);
        Checkpoint.List(_path).Fingerprint.ShouldBeNull();
    }

    [Fact]
    public void Layers_without_tensors_and_another_order_are_differences_too()
    {
        NetworkArchitecture network = new(["Input(2)", "a: Dense(2, Tanh)", "activation1: Activation(Relu)", "b: Dense(2, Tanh)", "Output(Linear)"]);

        Differences(["Input(2)", "a: Dense(2, Tanh)", "b: Dense(2, Tanh)", "act: Activation(Elu(1))", "Output(Linear)"]).ShouldBe(
            ["activation1: Activation(Relu) is missing from the file.", "act: Activation(Elu(1)) is in the file, but not in the network."]);
        Differences(["Input(2)", "b: Dense(2, Tanh)", "activation1: Activation(Relu)", "a: Dense(2, Tanh)", "Output(Linear)"]).ShouldBe(
            ["the order of the layers is b, activation1, a in the file, but a, activation1, b in the network."]);
        Differences(["Input(3)", "a: Dense(2, Tanh)", "activation1: Activation(Relu)", "b: Dense(2, Tanh)", "Output(Linear)"]).ShouldBe(
            ["Input: it is Input(3) in the file, but Input(2) in the network."]);

        string[] Differences(string[] file) => LayerDifference.ByLayer(network.DifferencesFrom(new NetworkArchitecture(file), _ => false));
    }
}
