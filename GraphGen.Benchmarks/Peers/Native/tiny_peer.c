/*
 * Plain C's side of the comparison: a small network with two hidden layers of tanh, squared error and Adam, trained and asked
 * by one thread. All sizes are constants of the compilation, so that the compiler unrolls and vectorises for them:
 * -DINPUTS -DHIDDEN1 -DHIDDEN2 -DOUTPUTS -DBATCH, and -DOPTIONS, a string with the other options, for the answer `ready`.
 *
 * The one argument is the folder with the network (network.json, of which only the learning rate is read), its initial values
 * (parameters.f32, in the order of the layers, weights as [inputs, units]) and the rows (inputs.f32 and targets.f32), all as
 * raw numbers. The first line written is `ready` with the versions. Then each line read is answered by one line:
 *
 * outputs N            the predictions for the first N rows
 * losses N             the losses before each of N training steps
 * rate R               sets the learning rate
 * train N              the seconds of N training steps
 * predict N            the seconds of N predictions of one row
 * predict-batches N    the seconds of N predictions of one batch
 */

#define _POSIX_C_SOURCE 199309L

#include <gnu/libc-version.h>
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Inlined, a function is compiled anew for the constant sizes of each call. */
#define INLINE static inline __attribute__((always_inline))

enum { TEXT_LENGTH = 4096 };

/* Rows of a product whose sums stay in registers together. */
enum { TILE = 4 };

/* One array of floats, too, for Adam. The last layer is narrow: transposed, its loops run over what is wide. */
typedef struct {
    float weight1[INPUTS * HIDDEN1];
    float bias1[HIDDEN1];
    float weight2[HIDDEN1 * HIDDEN2];
    float bias2[HIDDEN2];
    float weight3[OUTPUTS * HIDDEN2];
    float bias3[OUTPUTS];
} network;

enum { PARAMETERS = sizeof(network) / sizeof(float) };

typedef struct {
    float hidden1[BATCH * HIDDEN1];
    float hidden2[BATCH * HIDDEN2];
    float outputs[BATCH * OUTPUTS];
} activations;

_Alignas(64) static network parameters, gradients, first_moments, second_moments;
_Alignas(64) static activations forward, deltas;
_Alignas(64) static float transposed2[HIDDEN2 * HIDDEN1];
static double beta1_power = 1, beta2_power = 1;
static float learning_rate;

static float *inputs, *targets;
static long row_count;

static _Noreturn void fail(const char *what, const char *where)
{
    fprintf(stderr, "tiny_peer: %s: %s\n", where, what);
    exit(1);
}

/* result[rows, units] = initial[units] + left[rows, inner] . right[inner, units], where left may be transposed by its strides
   and no initial value is zero. */
INLINE void multiply_tile(float *restrict result, const float *restrict initial, const float *restrict left, int row_stride,
                          int inner_stride, const float *restrict right, int rows, int inner, int units)
{
    float sums[rows][units];
    for (int row = 0; row < rows; row++)
        for (int unit = 0; unit < units; unit++)
            sums[row][unit] = initial ? initial[unit] : 0;
    for (int k = 0; k < inner; k++)
        for (int row = 0; row < rows; row++)
            for (int unit = 0; unit < units; unit++)
                sums[row][unit] += left[row * row_stride + k * inner_stride] * right[k * units + unit];
    for (int row = 0; row < rows; row++)
        for (int unit = 0; unit < units; unit++)
            result[row * units + unit] = sums[row][unit];
}

INLINE void multiply(float *restrict result, const float *restrict initial, const float *restrict left, int row_stride,
                     int inner_stride, const float *restrict right, int rows, int inner, int units)
{
    int tiled = rows / TILE * TILE;
    for (int row = 0; row < tiled; row += TILE)
        multiply_tile(result + row * units, initial, left + row * row_stride, row_stride, inner_stride, right, TILE, inner, units);
    for (int row = tiled; row < rows; row++)
        multiply_tile(result + row * units, initial, left + row * row_stride, row_stride, inner_stride, right, 1, inner, units);
}

INLINE void apply_tanh(float *values, int count)
{
    for (int index = 0; index < count; index++)
        values[index] = tanhf(values[index]);
}

INLINE void run(activations *restrict to, const float *restrict from, int rows)
{
    multiply(to->hidden1, parameters.bias1, from, INPUTS, 1, parameters.weight1, rows, INPUTS, HIDDEN1);
    apply_tanh(to->hidden1, rows * HIDDEN1);
    multiply(to->hidden2, parameters.bias2, to->hidden1, HIDDEN1, 1, parameters.weight2, rows, HIDDEN1, HIDDEN2);
    apply_tanh(to->hidden2, rows * HIDDEN2);
    for (int row = 0; row < rows; row++)
        for (int output = 0; output < OUTPUTS; output++) {
            float sum = parameters.bias3[output];
            for (int unit = 0; unit < HIDDEN2; unit++)
                sum += to->hidden2[row * HIDDEN2 + unit] * parameters.weight3[output * HIDDEN2 + unit];
            to->outputs[row * OUTPUTS + output] = sum;
        }
}

/* delta *= tanh', which is 1 - tanh^2. */
INLINE void through_tanh(float *restrict delta, const float *restrict values, int count)
{
    for (int index = 0; index < count; index++)
        delta[index] *= 1 - values[index] * values[index];
}

INLINE void sum_rows(float *restrict sums, const float *restrict values, int rows, int units)
{
    float totals[units];
    for (int unit = 0; unit < units; unit++)
        totals[unit] = 0;
    for (int row = 0; row < rows; row++)
        for (int unit = 0; unit < units; unit++)
            totals[unit] += values[row * units + unit];
    for (int unit = 0; unit < units; unit++)
        sums[unit] = totals[unit];
}

/* The mean of the squared errors and its gradient by the outputs. */
INLINE float mean_squared_error(const float *restrict wanted)
{
    float sum = 0;
    for (int index = 0; index < BATCH * OUTPUTS; index++) {
        float error = forward.outputs[index] - wanted[index];
        sum += error * error;
        deltas.outputs[index] = error * (2.0f / (BATCH * OUTPUTS));
    }
    return sum / (BATCH * OUTPUTS);
}

INLINE void backward(const float *restrict from)
{
    multiply(gradients.weight3, NULL, deltas.outputs, 1, OUTPUTS, forward.hidden2, OUTPUTS, BATCH, HIDDEN2);
    sum_rows(gradients.bias3, deltas.outputs, BATCH, OUTPUTS);
    multiply(deltas.hidden2, NULL, deltas.outputs, OUTPUTS, 1, parameters.weight3, BATCH, OUTPUTS, HIDDEN2);
    through_tanh(deltas.hidden2, forward.hidden2, BATCH * HIDDEN2);

    multiply(gradients.weight2, NULL, forward.hidden1, 1, HIDDEN1, deltas.hidden2, HIDDEN1, BATCH, HIDDEN2);
    sum_rows(gradients.bias2, deltas.hidden2, BATCH, HIDDEN2);
    for (int input = 0; input < HIDDEN1; input++)
        for (int unit = 0; unit < HIDDEN2; unit++)
            transposed2[unit * HIDDEN1 + input] = parameters.weight2[input * HIDDEN2 + unit];
    multiply(deltas.hidden1, NULL, deltas.hidden2, HIDDEN2, 1, transposed2, BATCH, HIDDEN2, HIDDEN1);
    through_tanh(deltas.hidden1, forward.hidden1, BATCH * HIDDEN1);

    multiply(gradients.weight1, NULL, from, 1, INPUTS, deltas.hidden1, INPUTS, BATCH, HIDDEN1);
    sum_rows(gradients.bias1, deltas.hidden1, BATCH, HIDDEN1);
}

/* Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, algorithm 1. */
INLINE void update(void)
{
    const float beta1 = 0.9f, beta2 = 0.999f, epsilon = 1e-8f;
    float *restrict values = (float *)&parameters, *restrict m = (float *)&first_moments, *restrict v = (float *)&second_moments;
    const float *restrict g = (const float *)&gradients;
    beta1_power *= beta1;
    beta2_power *= beta2;
    float rate = learning_rate / (float)(1 - beta1_power), correction = (float)(1 / (1 - beta2_power));
    for (int index = 0; index < PARAMETERS; index++) {
        m[index] = beta1 * m[index] + (1 - beta1) * g[index];
        v[index] = beta2 * v[index] + (1 - beta2) * g[index] * g[index];
        values[index] -= rate * m[index] / (sqrtf(v[index] * correction) + epsilon);
    }
}

/* Batch after batch, from the first on again behind the last: the row that begins the one of a number. */
static long batch_start(long index)
{
    return index % (row_count / BATCH) * BATCH;
}

static float step(long index)
{
    long row = batch_start(index);
    run(&forward, inputs + row * INPUTS, BATCH);
    float loss = mean_squared_error(targets + row * OUTPUTS);
    backward(inputs + row * INPUTS);
    update();
    return loss;
}

static const float *predict_row(long index)
{
    run(&forward, inputs + index % row_count * INPUTS, 1);
    return forward.outputs;
}

static const float *predict_batch(long index)
{
    run(&forward, inputs + batch_start(index) * INPUTS, BATCH);
    return forward.outputs;
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

/* By its bits, because -ffast-math takes every number for finite. */
static int is_finite(float value)
{
    uint32_t bits;
    memcpy(&bits, &value, sizeof bits);
    return (bits >> 23 & 0xFF) != 0xFF;
}

/* What was computed is added up, so that no compiler may leave it out. */
static void answer_seconds(double seconds, float computed)
{
    if (!is_finite(computed))
        fail("the results are not finite: what was timed is not the intended work", "timing");
    printf("%.9g\n", seconds);
}

/* An untimed step first brings the network back into the caches. */
static void train(long count)
{
    float computed = step(0);
    double start = now();
    for (long index = 0; index < count; index++)
        computed += step(index);
    answer_seconds(now() - start, computed);
}

static void predict_rows(long count)
{
    float computed = *predict_row(0);
    double start = now();
    for (long index = 0; index < count; index++)
        computed += *predict_row(index);
    answer_seconds(now() - start, computed);
}

static void predict_batches(long count)
{
    float computed = *predict_batch(0);
    double start = now();
    for (long index = 0; index < count; index++)
        computed += *predict_batch(index);
    answer_seconds(now() - start, computed);
}

static void answer_outputs(long count)
{
    for (long row = 0; row < count; row++) {
        const float *prediction = predict_row(row);
        for (int output = 0; output < OUTPUTS; output++)
            printf(row + output == 0 ? "%.9g" : " %.9g", prediction[output]);
    }
    printf("\n");
}

static void answer_losses(long count)
{
    for (long index = 0; index < count; index++)
        printf(index == 0 ? "%.9g" : " %.9g", step(index));
    printf("\n");
}

/* A file's bytes, behind them a zero so that text ends. */
static char *read_file(const char *folder, const char *name, long *length)
{
    char path[TEXT_LENGTH];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    if (!file)
        fail("cannot be opened", path);
    fseek(file, 0, SEEK_END);
    *length = ftell(file);
    rewind(file);
    char *bytes = malloc((size_t)*length + 1);
    if (!bytes || fread(bytes, 1, (size_t)*length, file) != (size_t)*length)
        fail("cannot be read", path);
    fclose(file);
    bytes[*length] = 0;
    return bytes;
}

static void read_parameters(const char *folder)
{
    long length;
    char *bytes = read_file(folder, "parameters.f32", &length);
    if (length != sizeof parameters)
        fail("has another size than the network that was compiled", "parameters.f32");
    memcpy(&parameters, bytes, sizeof parameters);
    const float *weight3 = (const float *)(bytes + offsetof(network, weight3));
    for (int unit = 0; unit < HIDDEN2; unit++)
        for (int output = 0; output < OUTPUTS; output++)
            parameters.weight3[output * HIDDEN2 + unit] = weight3[unit * OUTPUTS + output];
    free(bytes);
}

static void read_network(const char *folder)
{
    long length;
    char *text = read_file(folder, "network.json", &length);
    const char key[] = "\"learningRate\":", *found = strstr(text, key);
    if (!found)
        fail("names no learningRate", "network.json");
    learning_rate = strtof(found + strlen(key), NULL);
    free(text);
}

static void read_rows(const char *folder)
{
    long length, target_length;
    inputs = (float *)read_file(folder, "inputs.f32", &length);
    targets = (float *)read_file(folder, "targets.f32", &target_length);
    row_count = length / (long)(INPUTS * sizeof(float));
    if (row_count < BATCH || target_length != row_count * (long)(OUTPUTS * sizeof(float)))
        fail("has not the rows of inputs.f32, or fewer than a batch", "targets.f32");
}

int main(int count, char **arguments)
{
    if (count != 2)
        fail("expected one argument, the folder with the network", "command line");
    read_network(arguments[1]);
    read_parameters(arguments[1]);
    read_rows(arguments[1]);
    printf("ready gcc %s %s, glibc %s\n", __VERSION__, OPTIONS, gnu_get_libc_version());
    fflush(stdout);
    char line[TEXT_LENGTH], command[TEXT_LENGTH], argument[TEXT_LENGTH];
    while (fgets(line, sizeof line, stdin)) {
        if (sscanf(line, "%s %s", command, argument) != 2)
            fail("expected a command and its argument", line);
        long number = strtol(argument, NULL, 10);
        if (strcmp(command, "outputs") == 0)
            answer_outputs(number);
        else if (strcmp(command, "losses") == 0)
            answer_losses(number);
        else if (strcmp(command, "train") == 0)
            train(number);
        else if (strcmp(command, "predict") == 0)
            predict_rows(number);
        else if (strcmp(command, "predict-batches") == 0)
            predict_batches(number);
        else if (strcmp(command, "rate") == 0) {
            learning_rate = strtof(argument, NULL);
            printf("set\n");
        } else
            fail("this command is not known", line);
        fflush(stdout);
    }
    return 0;
}
