// dlib's side of the comparison: its networks, whose layers are types, trained and asked by one thread with OpenBLAS's products.
// -DOPTIONS is a string with the options of the compilation, for the answer `ready`, and -DKERNELS one that says by whom dlib's own
// loops were compiled.
//
// The one argument is the folder with the network (network.json: one of those in `run` below), its initial values
// (parameters.f32, in the order of the layers, weights as [inputs, units]) and the rows (inputs.f32 and targets.i32 or
// targets.f32), all as raw numbers. The first line written is `ready` with the versions, or `missing` with the network that
// this program does not have. Then each line read is answered by one line:
//
// outputs N            the predictions for the first N rows
// losses N             the losses before each of N training steps
// rate R               sets the learning rate
// train N              the seconds of N training steps
// predict N            the seconds of N predictions of one row
// predict-batches N    the seconds of N predictions of one batch

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <limits>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

#include <dlib/dnn.h>
#include <dlib/revision.h>

extern "C" char* openblas_get_config();

namespace
{
using namespace dlib;

template <typename SUBNET>
using none = SUBNET;

template <unsigned long UNITS, template <typename> class ACTIVATION, template <typename> class NORMALIZATION, typename SUBNET>
using hidden = NORMALIZATION<ACTIVATION<fc<UNITS, SUBNET>>>;

using rows = input<matrix<float>>;

// What normalises is a parameter: bn_fc to train, affine to predict.
template <template <typename> class NORMALIZATION>
using digits = fc<10, hidden<100, elu, NORMALIZATION, hidden<300, elu, NORMALIZATION, rows>>>;

using narrow_digits = fc<10, hidden<100, relu, none, hidden<100, relu, none, rows>>>;

template <template <typename> class NORMALIZATION, typename SUBNET>
using hundred = hidden<100, elu, NORMALIZATION, SUBNET>;

template <template <typename> class N>
using deep_digits = fc<10, hundred<N, hundred<N, hundred<N, hundred<N, hundred<N, rows>>>>>>;

using tanh_regression = fc<1, hidden<32, htan, none, hidden<32, htan, none, rows>>>;

// Nesterov's momentum as GraphGen and PyTorch define it: dlib's own sgd has the classical one.
// v = momentum * v - rate * g; parameters += momentum * v - rate * g.
class nesterov
{
public:
    template <typename LAYER>
    const tensor& operator()(float rate, const LAYER&, const tensor& gradient)
    {
        constexpr float momentum = 0.9f;
        if (velocity.size() == 0)
        {
            velocity.copy_size(gradient);
            velocity = 0;
            step.copy_size(gradient);
        }

        const float* __restrict g = gradient.host();
        float* __restrict v = velocity.host();
        float* __restrict s = step.host_write_only();
        for (std::size_t index = 0; index < velocity.size(); index++)
        {
            v[index] = momentum * v[index] - rate * g[index];
            s[index] = momentum * v[index] - rate * g[index];
        }

        return step;
    }

private:
    resizable_tensor velocity, step;
};

// dlib's own, without weight decay. It adds epsilon, 1e-8, before the correction for starting at zero and GraphGen after it.
struct plain_adam : adam
{
    plain_adam() : adam(0, 0.9f, 0.999f) {}
};

// Declares of batch normalisation, before it has parameters, the epsilon and that the moving statistics take up a tenth of a batch's.
struct configure
{
    template <typename LAYER>
    void operator()(LAYER&) const {}

    void operator()(bn_<FC_MODE>& layer) const { layer = bn_<FC_MODE>(9, 1e-5); }
};

// Takes the layers' parameters from the end of the values on, because layers are visited from the output to the input.
struct fill
{
    const std::vector<float>& values;
    std::size_t& remaining;

    template <typename LAYER>
    void operator()(LAYER& layer) const { take(layer.get_layer_params()); }

    // Behind gamma and beta are as many moving means and variances; dlib starts with the same, 0 and 1.
    void operator()(bn_<FC_MODE>& layer) const
    {
        remaining -= std::min(remaining, layer.get_layer_params().size());
        take(layer.get_layer_params());
    }

    void take(tensor& parameters) const
    {
        if (parameters.size() > remaining)
            throw std::runtime_error("parameters.f32 holds too few numbers for the network");
        remaining -= parameters.size();
        std::copy_n(values.begin() + remaining, parameters.size(), parameters.host());
    }
};

std::vector<char> read_bytes(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw std::runtime_error(path + " cannot be read");
    return {std::istreambuf_iterator<char>(file), {}};
}

template <typename T>
std::vector<T> read_numbers(const std::string& path)
{
    const auto bytes = read_bytes(path);
    std::vector<T> numbers(bytes.size() / sizeof(T));
    std::memcpy(numbers.data(), bytes.data(), numbers.size() * sizeof(T));
    return numbers;
}

// A value of network.json as it is written there, or an empty text where there is none of that name.
std::string value_of(const std::string& json, const std::string& name)
{
    const auto key = '"' + name + "\":";
    const auto found = json.find(key);
    if (found == std::string::npos)
        return {};
    const auto start = found + key.size();
    return json[start] == '[' ? json.substr(start, json.find(']', start) + 1 - start)
                              : json.substr(start, json.find_first_of(",}", start) - start);
}

// The rows in tensors of so many each.
std::vector<resizable_tensor> split(const std::vector<float>& values, std::size_t row_count, std::size_t columns)
{
    const auto size = row_count * columns;
    std::vector<resizable_tensor> tensors;
    for (std::size_t start = 0; start + size <= values.size(); start += size)
    {
        tensors.emplace_back(row_count, 1, columns, 1);
        std::copy_n(values.begin() + start, size, tensors.back().host_write_only());
    }

    return tensors;
}

// By its bits, because -ffast-math takes every number for finite.
bool is_finite(double value)
{
    std::uint64_t bits;
    std::memcpy(&bits, &value, sizeof bits);
    return (bits >> 52 & 0x7FF) != 0x7FF;
}

template <typename SUBNET, typename TRAINED>
void copy_network(softmax<SUBNET>& predictor, const TRAINED& trained)
{
    predictor.subnet() = trained;
}

template <typename SUBNET, typename TRAINED>
void copy_network(SUBNET& predictor, const TRAINED& trained)
{
    predictor = trained;
}

template <typename NETWORK, typename PREDICTOR, typename SOLVER>
class peer
{
public:
    peer(const std::string& folder, const std::string& json)
        : rate(std::stof(value_of(json, "learningRate"))),
          batch(std::stoul(value_of(json, "batch"))),
          solvers(NETWORK::num_computational_layers)
    {
        read_labels(folder);
        const auto inputs = read_numbers<float>(folder + "/inputs.f32");
        const auto columns = inputs.size() / labels.size();
        singles = split(inputs, 1, columns);
        batches = split(inputs, batch, columns);
        create_parameters(columns);
        fill_parameters(read_numbers<float>(folder + "/parameters.f32"));
    }

    void answer(const std::string& command, const std::string& argument)
    {
        if (command == "rate")
        {
            rate = std::stof(argument);
            std::cout << "set";
            return;
        }

        const auto count = std::stoul(argument);
        if (command == "outputs")
            answer_outputs(count);
        else if (command == "losses")
            answer_losses(count);
        else if (command == "train")
            answer_train(count);
        else if (command == "predict")
            answer_predictions(singles, count);
        else if (command == "predict-batches")
            answer_predictions(batches, count);
        else
            throw std::runtime_error("the command '" + command + "' is not known");
    }

private:
    using label = typename NETWORK::training_label_type;
    using clock = std::chrono::steady_clock;

    void read_labels(const std::string& folder)
    {
        if constexpr (std::is_same_v<label, float>)
        {
            labels = read_numbers<float>(folder + "/targets.f32");
        }
        else
        {
            const auto numbers = read_numbers<std::int32_t>(folder + "/targets.i32");
            labels.assign(numbers.begin(), numbers.end());
        }
    }

    // Layers create them when they first see rows. A single row leaves the moving statistics as they are.
    void create_parameters(std::size_t columns)
    {
        visit_computational_layers(network, configure{});
        const std::vector<matrix<float>> row{zeros_matrix<float>(columns, 1)};
        resizable_tensor tensor;
        network.to_tensor(row.begin(), row.end(), tensor);
        network.forward(tensor);
    }

    void fill_parameters(const std::vector<float>& values)
    {
        auto remaining = values.size();
        visit_computational_layers(network, fill{values, remaining});
        if (remaining != 0)
            throw std::runtime_error("parameters.f32 holds too many numbers for the network");
    }

    double step(std::size_t index)
    {
        const auto number = index % batches.size();
        const double loss = network.compute_parameter_gradients(batches[number], labels.begin() + number * batch);
        network.update_parameters(solvers, rate);
        return loss;
    }

    // A row at a time: from several, bn_fc would take their own statistics.
    void answer_outputs(std::size_t count)
    {
        copy_network(predictor, network.subnet());
        for (std::size_t row = 0; row < count; row++)
        {
            const tensor& outputs = predictor.forward(singles[row]);
            for (std::size_t index = 0; index < outputs.size(); index++)
                std::cout << (row + index == 0 ? "" : " ") << outputs.host()[index];
        }
    }

    void answer_losses(std::size_t count)
    {
        for (std::size_t index = 0; index < count; index++)
            std::cout << (index == 0 ? "" : " ") << step(index);
    }

    // An untimed step first brings the network back into the caches.
    void answer_train(std::size_t count)
    {
        double computed = step(0);
        const auto start = clock::now();
        for (std::size_t index = 0; index < count; index++)
            computed += step(index);
        answer_seconds(start, computed);
    }

    void answer_predictions(const std::vector<resizable_tensor>& inputs, std::size_t count)
    {
        copy_network(predictor, network.subnet());
        double computed = *predictor.forward(inputs[0]).host();
        const auto start = clock::now();
        for (std::size_t index = 0; index < count; index++)
            computed += *predictor.forward(inputs[index % inputs.size()]).host();
        answer_seconds(start, computed);
    }

    static void answer_seconds(clock::time_point start, double computed)
    {
        const std::chrono::duration<double> seconds = clock::now() - start;
        if (!is_finite(computed))
            throw std::runtime_error("the results are not finite: what was timed is not the intended work");
        std::cout << seconds.count();
    }

    float rate;
    std::size_t batch;
    NETWORK network;
    PREDICTOR predictor;
    std::vector<SOLVER> solvers;
    std::vector<resizable_tensor> singles, batches;
    std::vector<label> labels;
};

template <typename NETWORK, typename PREDICTOR, typename SOLVER>
void serve(const std::string& folder, const std::string& json)
{
    peer<NETWORK, PREDICTOR, SOLVER> answering(folder, json);
    std::cout << "ready dlib " << DLIB_MAJOR_VERSION << '.' << DLIB_MINOR_VERSION << " (g++ " << __VERSION__ << ' ' << OPTIONS << "; "
              << KERNELS << "), " << openblas_get_config() << std::endl;
    std::cout.precision(std::numeric_limits<float>::max_digits10);
    std::string command, argument;
    while (std::cin >> command >> argument)
    {
        answering.answer(command, argument);
        std::cout << std::endl;
    }
}

void run(const std::string& folder)
{
    const auto bytes = read_bytes(folder + "/network.json");
    const std::string json(bytes.begin(), bytes.end());
    const auto dropout = value_of(json, "dropout");
    const auto network = value_of(json, "widths") + ' ' + value_of(json, "activation")
        + (value_of(json, "batchNormalization") == "true" ? " BatchNorm" : "")
        + (dropout.empty() || dropout == "0" ? "" : " Dropout") + ' ' + value_of(json, "optimizer");
    if (network == R"([784,300,100,10] "Elu" BatchNorm "Nag")")
        serve<loss_multiclass_log<digits<bn_fc>>, softmax<digits<affine>>, nesterov>(folder, json);
    else if (network == R"([784,300,100,10] "Elu" "Adam")")
        serve<loss_multiclass_log<digits<none>>, softmax<digits<none>>, plain_adam>(folder, json);
    else if (network == R"([784,100,100,10] "Relu" "Nag")")
        serve<loss_multiclass_log<narrow_digits>, softmax<narrow_digits>, nesterov>(folder, json);
    else if (network == R"([64,100,100,100,100,100,10] "Elu" BatchNorm "Nag")")
        serve<loss_multiclass_log<deep_digits<bn_fc>>, softmax<deep_digits<affine>>, nesterov>(folder, json);
    else if (network == R"([4,32,32,1] "Tanh" "Adam")")
        serve<loss_mean_squared<tanh_regression>, tanh_regression, plain_adam>(folder, json);
    else
        std::cout << "missing a dlib network for " << network << std::endl;
}
}

int main(int count, char** arguments)
{
    if (count != 2)
    {
        std::cerr << "dlib_peer: expected one argument, the folder with the network" << std::endl;
        return 1;
    }

    try
    {
        run(arguments[1]);
        return 0;
    }
    catch (const std::exception& exception)
    {
        std::cerr << "dlib_peer: " << exception.what() << std::endl;
        return 1;
    }
}
