/* OpenBLAS's or LIBXSMM's side of the command `kernels`: products of single-precision matrices, computed by one thread.

   Compiled with -DOPENBLAS or with -DLIBXSMM. The first line written is the library's version. Then each line read is
   answered by one line:

   prepare M N K    fills the matrices of [M, N] = [M, K] x [K, N], checks every way to multiply them that the library has
                    and keeps the fastest: `form F`, or `wrong` and what is wrong
   run R            the seconds of R products by that way

   A form is the storage of the two operands, N for row by row as written above and T for transposed. The result is always
   stored row by row. Rows follow one another directly or begin at multiples of 64 bytes, and then the columns that this
   adds to the result may be computed too: whichever is fastest. */

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#if defined(OPENBLAS)
#include <cblas.h>
extern char *openblas_get_config(void);
#elif defined(LIBXSMM)
#include <libxsmm.h>
#endif

enum { ALIGNMENT = 64, LANES = 16, MOST_WAYS = 96, TRIALS = 7 };

/* Rows behind one another, rows that begin at multiples of 64 bytes, and the same with a result that is that much wider. */
enum padding { PACKED, ALIGNED, WIDENED, PADDINGS };

static const double TRIAL_SECONDS = 0.2e-3;

struct product {
    int rows, columns, inner;
};

struct matrix {
    float *values;
    int stride;
    bool transposed;
};

/* The matrices by [transposed][aligned]; the result is never transposed. */
struct matrices {
    struct matrix left[2][2], right[2][2], result[2];
};

/* One way to compute a product: how its matrices are stored, how many columns are computed, and what else the library wants. */
struct way {
    struct matrix left, right, result;
    int columns;
#if defined(LIBXSMM)
    struct call *calls;
    int call_count;
#endif
};

static int parts(int whole, int part) { return (whole + part - 1) / part; }

static int aligned(int width) { return parts(width, LANES) * LANES; }

static struct way arrange(
    struct product product, const struct matrices *matrices, bool left_transposed, bool right_transposed, enum padding padding) {
    return (struct way){
        .left = matrices->left[left_transposed][padding != PACKED],
        .right = matrices->right[right_transposed][padding != PACKED],
        .result = matrices->result[padding != PACKED],
        .columns = padding == WIDENED ? aligned(product.columns) : product.columns};
}

static void *allocate(size_t bytes) {
    void *memory = aligned_alloc(ALIGNMENT, (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
    if (memory == NULL) {
        fprintf(stderr, "No %zu bytes of memory are left.\n", bytes);
        exit(EXIT_FAILURE);
    }
    return memory;
}

#if defined(OPENBLAS)

static void print_version(void) { printf("%s\n", openblas_get_config()); }

/* Both operands stored either way. */
static int propose(struct product product, const struct matrices *matrices, struct way *ways) {
    int count = 0;
    for (int form = 0; form < 4; form++) {
        bool left_transposed = form & 1, right_transposed = form & 2;
        for (enum padding padding = PACKED; padding < (right_transposed ? WIDENED : PADDINGS); padding++) {
            ways[count++] = arrange(product, matrices, left_transposed, right_transposed, padding);
        }
    }
    return count;
}

static void multiply(struct product product, const struct way *way) {
    cblas_sgemm(
        CblasRowMajor, way->left.transposed ? CblasTrans : CblasNoTrans, way->right.transposed ? CblasTrans : CblasNoTrans,
        product.rows, way->columns, product.inner, 1, way->left.values, way->left.stride,
        way->right.values, way->right.stride, 0, way->result.values, way->result.stride);
}

static void release(struct way *way) { (void)way; }

#elif defined(LIBXSMM)

/* A compiled kernel and the corners of its blocks. */
struct call {
    libxsmm_smmfunction kernel;
    const float *left, *right;
    float *result;
};

static int smaller(int first, int second) { return first < second ? first : second; }

static void print_version(void) {
    libxsmm_init();
    printf("LIBXSMM %s for %s\n", LIBXSMM_VERSION, libxsmm_get_target_arch());
}

/* LIBXSMM counts in columns: to it a matrix stored by rows is its own transpose, and left is right. */
static libxsmm_smmfunction compile(const struct way *way, int rows, int columns, int inner, bool first) {
    const float alpha = 1, beta = first ? 0 : 1;
    const int flags = (way->left.transposed ? LIBXSMM_GEMM_FLAG_TRANS_B : 0) | (first ? LIBXSMM_GEMM_FLAG_BETA_0 : 0);
    return libxsmm_smmdispatch(
        columns, rows, inner, &way->right.stride, &way->left.stride, &way->result.stride, &alpha, &beta, &flags, NULL);
}

/* The sizes of the blocks that one kernel computes. */
struct blocks {
    int rows, columns, inner;
};

/* A kernel for each block, column panels outside and rows inside. Returns whether LIBXSMM has all of them. */
static bool plan(struct product product, struct blocks blocks, struct way *way) {
    const struct matrix *left = &way->left;
    way->call_count = 0;
    way->calls = allocate(
        sizeof(struct call) * parts(product.rows, blocks.rows) * parts(way->columns, blocks.columns) * parts(product.inner, blocks.inner));
    for (int column = 0; column < way->columns; column += blocks.columns) {
        for (int step = 0; step < product.inner; step += blocks.inner) {
            for (int row = 0; row < product.rows; row += blocks.rows) {
                struct call *call = &way->calls[way->call_count++];
                call->kernel = compile(
                    way, smaller(blocks.rows, product.rows - row), smaller(blocks.columns, way->columns - column),
                    smaller(blocks.inner, product.inner - step), step == 0);
                call->left = left->values + (left->transposed ? step * left->stride + row : row * left->stride + step);
                call->right = way->right.values + step * way->right.stride + column;
                call->result = way->result.values + row * way->result.stride + column;
                if (call->kernel == NULL) {
                    free(way->calls);
                    return false;
                }
            }
        }
    }
    return true;
}

/* Whether a block would only make the same plan as the whole once more. */
static bool repeats(int block, int whole) { return block != INT32_MAX && block >= whole; }

/* One kernel for the exact shape, and blocks of several sizes; the left operand stored either way, the right one by rows,
   because LIBXSMM compiles no kernel for the other. */
static int propose(struct product product, const struct matrices *matrices, struct way *ways) {
    static const int rows[] = {INT32_MAX, 48}, columns[] = {INT32_MAX, 48, 64, 128}, inner[] = {INT32_MAX, 128};
    int count = 0;
    for (int choice = 0; choice < MOST_WAYS; choice++) {
        struct way *way = &ways[count];
        struct blocks blocks = {rows[choice & 1], columns[choice >> 1 & 3], inner[choice >> 3 & 1]};
        *way = arrange(product, matrices, choice >> 4 & 1, false, choice >> 5);
        if (repeats(blocks.rows, product.rows) || repeats(blocks.columns, way->columns) || repeats(blocks.inner, product.inner)) {
            continue;
        }
        blocks.rows = smaller(blocks.rows, product.rows);
        blocks.columns = smaller(blocks.columns, way->columns);
        blocks.inner = smaller(blocks.inner, product.inner);
        count += plan(product, blocks, way);
    }
    return count;
}

static void multiply(struct product product, const struct way *way) {
    (void)product;
    for (const struct call *call = way->calls; call < way->calls + way->call_count; call++) {
        call->kernel(call->right, call->left, call->result);
    }
}

static void release(struct way *way) { free(way->calls); }

#endif

/* In [-1, 1), by Marsaglia's xorshift. */
static float *draw(size_t count) {
    static uint64_t state = 88172645463325252;
    float *values = allocate(count * sizeof(float));
    for (size_t index = 0; index < count; index++) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        values[index] = (float)(state >> 40) / (1 << 23) - 1;
    }
    return values;
}

static struct matrix store(const float *values, int rows, int columns, bool transposed, bool is_aligned) {
    int height = transposed ? columns : rows, width = transposed ? rows : columns;
    int stride = is_aligned ? aligned(width) : width;
    size_t bytes = sizeof(float) * height * stride;
    struct matrix matrix = {memset(allocate(bytes), 0, bytes), stride, transposed};
    for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
            matrix.values[transposed ? column * stride + row : row * stride + column] = values[row * columns + column];
        }
    }
    return matrix;
}

static double run(struct product product, const struct way *way, int repetitions) {
    struct timespec start, end;
    multiply(product, way); /* brings the matrices back into the caches */
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (int repetition = 0; repetition < repetitions; repetition++) {
        multiply(product, way);
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    return (double)(end.tv_sec - start.tv_sec) + 1e-9 * (double)(end.tv_nsec - start.tv_nsec);
}

/* What every way must compute, in double precision, and the sums of the terms' magnitudes, by which it may be off. */
struct expectation {
    double *values, *magnitudes;
};

static struct expectation expect(struct product product, const float *left, const float *right) {
    size_t bytes = sizeof(double) * product.rows * product.columns;
    struct expectation expected = {memset(allocate(bytes), 0, bytes), memset(allocate(bytes), 0, bytes)};
    for (int row = 0; row < product.rows; row++) {
        for (int step = 0; step < product.inner; step++) {
            double number = left[row * product.inner + step];
            for (int column = 0; column < product.columns; column++) {
                double term = number * right[step * product.columns + column];
                expected.values[row * product.columns + column] += term;
                expected.magnitudes[row * product.columns + column] += fabs(term);
            }
        }
    }
    return expected;
}

/* Multiplies into a result full of NaN, which only a way with beta = 0 replaces, and answers if something is wrong.
   The bound is that of a sum in single precision: Higham, "Accuracy and Stability of Numerical Algorithms", 2002, section 3.1. */
static bool check(struct product product, const struct way *way, struct expectation expected) {
    for (int index = 0; index < product.rows * way->result.stride; index++) {
        way->result.values[index] = NAN;
    }
    multiply(product, way);
    for (int row = 0; row < product.rows; row++) {
        for (int column = 0; column < product.columns; column++) {
            int element = row * product.columns + column;
            double value = way->result.values[row * way->result.stride + column];
            double bound = ldexp(product.inner + 2, -24) * expected.magnitudes[element];
            if (!(fabs(value - expected.values[element]) <= bound)) {
                printf("wrong element [%d, %d]: %.9g instead of %.9g\n", row, column, value, expected.values[element]);
                return false;
            }
        }
    }
    return true;
}

/* The way with the shortest of its samples: on a busy machine a median would be chosen by chance. */
static int fastest(struct product product, const struct way *ways, int count) {
    double best[MOST_WAYS];
    for (int way = 0; way < count; way++) {
        best[way] = INFINITY;
    }
    for (int trial = 0; trial < TRIALS; trial++) {
        for (int way = 0; way < count; way++) {
            int repetitions = isinf(best[way]) ? 1 : (int)fmax(1, TRIAL_SECONDS / best[way]);
            best[way] = fmin(best[way], run(product, &ways[way], repetitions) / repetitions);
        }
    }
    int winner = 0;
    for (int way = 1; way < count; way++) {
        winner = best[way] < best[winner] ? way : winner;
    }
    return winner;
}

static struct matrices fill(struct product product, const float *left, const float *right) {
    struct matrices matrices;
    for (int is_aligned = 0; is_aligned < 2; is_aligned++) {
        for (int transposed = 0; transposed < 2; transposed++) {
            matrices.left[transposed][is_aligned] = store(left, product.rows, product.inner, transposed, is_aligned);
            matrices.right[transposed][is_aligned] = store(right, product.inner, product.columns, transposed, is_aligned);
        }
        int stride = is_aligned ? aligned(product.columns) : product.columns;
        matrices.result[is_aligned] = (struct matrix){allocate(sizeof(float) * product.rows * stride), stride, false};
    }
    return matrices;
}

static void empty(struct matrices *matrices) {
    for (int is_aligned = 0; is_aligned < 2; is_aligned++) {
        for (int transposed = 0; transposed < 2; transposed++) {
            free(matrices->left[transposed][is_aligned].values);
            free(matrices->right[transposed][is_aligned].values);
        }
        free(matrices->result[is_aligned].values);
    }
    memset(matrices, 0, sizeof *matrices);
}

/* Fills the matrices, checks all ways and answers with the form of the fastest, which is returned. */
static struct way prepare(struct product product, struct matrices *matrices) {
    struct way ways[MOST_WAYS];
    float *left = draw((size_t)product.rows * product.inner), *right = draw((size_t)product.inner * product.columns);
    *matrices = fill(product, left, right);
    struct expectation expected = expect(product, left, right);
    int count = propose(product, matrices, ways);
    if (count == 0) {
        fprintf(stderr, "The library compiles no kernel for this processor.\n");
        exit(EXIT_FAILURE);
    }
    bool sound = true;
    for (int way = 0; way < count && sound; way++) {
        sound = check(product, &ways[way], expected);
    }
    int winner = sound ? fastest(product, ways, count) : 0;
    struct way chosen = ways[winner];
    for (int way = 0; way < count; way++) {
        if (way != winner) {
            release(&ways[way]);
        }
    }
    free(left);
    free(right);
    free(expected.values);
    free(expected.magnitudes);
    if (sound) {
        printf("form %c%c\n", chosen.left.transposed ? 'T' : 'N', chosen.right.transposed ? 'T' : 'N');
    }
    return chosen;
}

int main(void) {
    char line[128];
    struct product product = {0};
    struct matrices matrices = {0};
    struct way way = {0};
    int repetitions;
    setvbuf(stdout, NULL, _IOLBF, 0);
    print_version();
    while (fgets(line, sizeof line, stdin) != NULL) {
        if (sscanf(line, "prepare %d %d %d", &product.rows, &product.columns, &product.inner) == 3) {
            release(&way);
            empty(&matrices);
            way = prepare(product, &matrices);
        } else if (sscanf(line, "run %d", &repetitions) == 1) {
            printf("%.9g\n", run(product, &way, repetitions));
        } else {
            fprintf(stderr, "Not understood: %s", line);
            return EXIT_FAILURE;
        }
    }
    release(&way);
    empty(&matrices);
    return EXIT_SUCCESS;
}
