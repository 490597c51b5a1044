// The twin of the aggregation, in explicit AVX-512: positions to the worst loss of each group, in the
// same order of sums and so with the same bits. aggregation <file> <name of the row>
#include <immintrin.h>
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <time.h>
#include <vector>

static double cpuSeconds() {
    timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return t.tv_sec + 1e-9 * t.tv_nsec;
}

template <typename T>
static void read(std::ifstream& in, T* to, size_t count) {
    in.read(reinterpret_cast<char*>(to), count * sizeof(T));
}

int main(int argc, char** argv) {
    std::ifstream in(argv[1], std::ios::binary);
    int32_t counts[4];
    read(in, counts, 4);
    const size_t rowCount = counts[0], scenarios = counts[1], positions = counts[2], groups = counts[3];
    if (argc != 3 || scenarios != 16) return 1;
    double* cells = static_cast<double*>(aligned_alloc(64, rowCount * 16 * sizeof(double)));
    std::vector<double> weights(16), quantities(positions), wanted(groups), worst(groups);
    std::vector<int32_t> rows(positions), starts(groups + 1);
    read(in, cells, rowCount * 16);
    read(in, weights.data(), 16);
    read(in, quantities.data(), positions);
    read(in, wanted.data(), groups);
    read(in, rows.data(), positions);
    read(in, starts.data(), groups + 1);
    if (!in) return 1;

    const __m512d low = _mm512_loadu_pd(weights.data()), high = _mm512_loadu_pd(weights.data() + 8);
    double best = 1e9;
    for (int repeat = 0; repeat < 40; repeat++) {
        double from = cpuSeconds();
        for (size_t g = 0; g < groups; g++) {
            __m512d a = _mm512_setzero_pd(), b = a;
            for (int32_t i = starts[g]; i < starts[g + 1]; i++) {
                const __m512d quantity = _mm512_set1_pd(quantities[i]);
                const double* row = cells + static_cast<size_t>(rows[i]) * 16;
                a = _mm512_add_pd(a, _mm512_mul_pd(quantity, _mm512_load_pd(row)));
                b = _mm512_add_pd(b, _mm512_mul_pd(quantity, _mm512_load_pd(row + 8)));
            }
            const __m512d least = _mm512_min_pd(_mm512_mul_pd(a, low), _mm512_mul_pd(b, high));
            worst[g] = 0 - std::min(0.0, _mm512_reduce_min_pd(least));
        }
        best = std::min(best, cpuSeconds() - from);
    }
    std::printf("%s\t%.4f\t%s\n", argv[2], best / positions * 1e9,
                worst == wanted ? "the same bits" : "OTHER BITS");
}
