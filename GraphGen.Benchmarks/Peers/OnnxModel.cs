using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using GraphGen.Execution;

namespace GraphGen.Benchmarks.Peers;

/// <summary>
/// A dense network as an ONNX model for prediction: one <c>Gemm</c> for each layer, activations, batch normalisation by its
/// moving statistics and a softmax where the loss contains one. Its one input and its one output have any number of rows.
/// Encoded by hand: the few messages needed are less text than a generated schema.
/// Sources: ONNX's <c>onnx.proto</c> (the fields' numbers) and its operator schemas of version 17; the protocol buffers encoding.
/// </summary>
internal static class OnnxModel
{
    private const int FileFormatVersion = 8;
    private const int OperatorSetVersion = 17;
    private const int FloatTensor = 1;
    private const int FloatAttribute = 1;
    private const string Inputs = "inputs";

    // That of [BatchNorm] where nothing else is declared.
    private const float BatchNormEpsilon = 1e-5f;

    /// <summary>Writes a network with its present values.</summary>
    /// <param name="network">Dense layers with weights <c>[inputs, units]</c>; batch normalisation comes after an activation.</param>
    /// <param name="activation">The activation of every dense layer but the last, which has none.</param>
    /// <param name="path">The file, overwritten where it exists.</param>
    /// <exception cref="NotSupportedException">There is no ONNX operator for the activation or for a layer.</exception>
    public static void Write(INetwork network, Act activation, string path)
    {
        var info = network.Info;
        var parameters = network.Parameters;
        int remaining = parameters.Count(parameter => parameter.Shape.Length == 2);
        List<Message> nodes = [];
        string value = Inputs;
        foreach (var layer in parameters.GroupBy(parameter => parameter.Name.Split('.')[0]))
        {
            string[] names = [.. layer.Select(parameter => parameter.Name)];
            switch (names.Select(name => name.Split('.')[1]).ToArray())
            {
                case ["weight", "bias"]:
                    Append("Gemm", layer.Key, names);
                    if (--remaining > 0)
                    {
                        Append(OperatorOf(activation), $"{layer.Key}.activation", []);
                    }

                    break;
                case ["gamma", "beta", "moving_mean", "moving_variance"]:
                    Append("BatchNormalization", layer.Key, names, Attribute("epsilon", BatchNormEpsilon));
                    break;
                default:
                    throw new NotSupportedException(
                        $"The layer '{layer.Key}' with {string.Join(", ", names)} is neither dense nor batch normalisation: " +
                        "add its operator here.");
            }
        }

        if (info.Loss == LossFunction.SoftmaxCrossEntropy)
        {
            Append("Softmax", "probabilities", []);
        }

        File.WriteAllBytes(path, Model(Graph(info, nodes, parameters, value)).ToArray());

        void Append(string operatorType, string output, string[] parameterNames, params Message[] attributes)
        {
            nodes.Add(Node(operatorType, [value, .. parameterNames], output, attributes));
            value = output;
        }
    }

    private static string OperatorOf(Act activation) => activation switch
    {
        Act.Elu => "Elu",
        Act.Relu => "Relu",
        Act.Tanh => "Tanh",
        Act.Sigmoid => "Sigmoid",
        _ => throw new NotSupportedException($"No ONNX operator is named here for {activation}: add it."),
    };

    // Each message below is called as in onnx.proto, and each field's name stands behind its number.
    private static Message Model(Message graph) => new Message()
        .Number(1, FileFormatVersion) // ir_version
        .Text(2, "GraphGen") // producer_name
        .Nested(7, graph) // graph
        .Nested(8, new Message().Number(2, OperatorSetVersion)); // opset_import: version

    private static Message Graph(NetworkInfo info, IEnumerable<Message> nodes, IEnumerable<Parameter> parameters, string output)
    {
        var graph = new Message();
        foreach (var node in nodes)
        {
            graph.Nested(1, node); // node
        }

        graph.Text(2, info.Name); // name
        foreach (var parameter in parameters)
        {
            graph.Nested(5, Tensor(parameter)); // initializer
        }

        return graph
            .Nested(11, ValueInfo(Inputs, info.InputSize)) // input
            .Nested(12, ValueInfo(output, info.OutputSize)); // output
    }

    private static Message Node(string operatorType, string[] inputs, string output, Message[] attributes)
    {
        var node = new Message();
        foreach (string input in inputs)
        {
            node.Text(1, input); // input
        }

        node.Text(2, output).Text(4, operatorType); // output, op_type
        foreach (var attribute in attributes)
        {
            node.Nested(5, attribute); // attribute
        }

        return node;
    }

    private static Message Attribute(string name, float value) => new Message()
        .Text(1, name) // name
        .Float(2, value) // f
        .Number(20, FloatAttribute); // type

    private static Message Tensor(Parameter parameter)
    {
        float[] values = new float[parameter.Length];
        parameter.CopyTo(values);
        var tensor = new Message();
        foreach (int dimension in parameter.Shape)
        {
            tensor.Number(1, dimension); // dims
        }

        return tensor
            .Number(2, FloatTensor) // data_type
            .Text(8, parameter.Name) // name
            .Bytes(9, MemoryMarshal.AsBytes<float>(values)); // raw_data, little-endian like every machine that .NET runs on
    }

    private static Message ValueInfo(string name, int columns)
    {
        var shape = new Message()
            .Nested(1, new Message().Text(2, "rows")) // dim: dim_param
            .Nested(1, new Message().Number(1, columns)); // dim: dim_value
        var tensor = new Message().Number(1, FloatTensor).Nested(2, shape); // elem_type, shape
        return new Message()
            .Text(1, name) // name
            .Nested(2, new Message().Nested(1, tensor)); // type: tensor_type
    }

    /// <summary>The protocol buffers encoding of a message: fields one after the other, each led by its number and its kind.</summary>
    private sealed class Message
    {
        private const int VariableLength = 0;
        private const int LengthDelimited = 2;
        private const int FourBytes = 5;

        private readonly MemoryStream bytes = new();

        public Message Number(int field, int value) => Key(field, VariableLength).Variable(value);

        public Message Float(int field, float value)
        {
            Span<byte> encoded = stackalloc byte[sizeof(float)];
            BinaryPrimitives.WriteSingleLittleEndian(encoded, value);
            Key(field, FourBytes).bytes.Write(encoded);
            return this;
        }

        public Message Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

        public Message Nested(int field, Message value) => Bytes(field, value.ToArray());

        public Message Bytes(int field, ReadOnlySpan<byte> value)
        {
            Key(field, LengthDelimited).Variable(value.Length).bytes.Write(value);
            return this;
        }

        public byte[] ToArray() => bytes.ToArray();

        private Message Key(int field, int kind) => Variable((field << 3) | kind);

        /// <summary>Seven bits a byte, the lowest first; the highest bit says that more follow.</summary>
        private Message Variable(int value)
        {
            uint rest = (uint)value;
            for (; rest > 0x7F; rest >>= 7)
            {
                bytes.WriteByte((byte)(rest | 0x80));
            }

            bytes.WriteByte((byte)rest);
            return this;
        }
    }
}
