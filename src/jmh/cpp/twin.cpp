// The kernel of hedgerow.pricing.kernel once more, in C++: how far the Java compilers are from what
// the machine can do. Prints name, nanoseconds a value, and whether all bits are those of Java.
//
//   twin <grid.bin> <name>
//
// With -DSPLIT the cells of a scenario are computed in small loops, as in Java, else in one.
// -ffp-contract=off is part of the algorithm: a fused multiply-add gives other bits.
#include "grid.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>

namespace {

constexpr int CAPACITY = 160;
constexpr int TILE = 64;
constexpr double RANGE = 8.45;
constexpr double MIDDLE = 13.5;

constexpr double LINE_0 = -1.5502705171088947e-22;
constexpr double LINE_1 = 5.1311209758161376e-24;
constexpr double ROOT_5 = 688.7009154431603;
constexpr double REST_5 = 1.3691358725016057e-19;
constexpr double ROOT_4 = 1234.6720543900415;
constexpr double REST_4 = -4.050746485816189e-17;
constexpr double SUM_3 = -836.6557232718312;
constexpr double PRODUCT_3 = 349240.2893944714;
constexpr double SLOPE_3 = 5.970326227791483e-15;
constexpr double REST_3 = -1.1071155921489143e-11;
constexpr double SUM_2 = -1209.765248906759;
constexpr double PRODUCT_2 = 398839.37503333844;
constexpr double SLOPE_2 = -5.039319187463718e-10;
constexpr double REST_2 = 4.001825335793083e-08;
constexpr double SUM_1 = -160.3264938889655;
constexpr double PRODUCT_1 = 114029.37452312348;
constexpr double SLOPE_1 = -0.0001992895895803302;
constexpr double REST_1 = 0.9998702464691281;

inline double tail(double root) {
    double x = root * root - MIDDLE;
    double z = x * x;
    double q = LINE_0 + LINE_1 * x;
    q = REST_5 + (z + ROOT_5) * q;
    q = REST_4 + (z + ROOT_4) * q;
    q = (REST_3 + SLOPE_3 * z) + ((z + SUM_3) * z + PRODUCT_3) * q;
    q = (REST_2 + SLOPE_2 * z) + ((z + SUM_2) * z + PRODUCT_2) * q;
    q = (REST_1 + SLOPE_1 * z) + ((z + SUM_1) * z + PRODUCT_1) * q;
    q *= q;
    return q * q;
}

struct Block {
    int size = 0;
    alignas(64) double forward[CAPACITY], strike[CAPACITY], logMoneyness[CAPACITY];
    alignas(64) double twiceSign[CAPACITY], scale[CAPACITY], base[CAPACITY];
    alignas(64) double slope[3][CAPACITY], shiftU[3][CAPACITY], shiftV[3][CAPACITY];
};

struct Argument {
    double sign, u, v;
};

inline Argument argument(const Block& block, int i, int column, double logMove) {
    double distance = std::fabs(block.logMoneyness[i] + logMove) * block.slope[column][i];
    double a = distance + block.shiftU[column][i];
    double b = distance + block.shiftV[column][i];
    double sign = a - std::fabs(a - 4);
    return {sign, std::fabs(sign) - 4.5, b - std::fabs(b + 0.5)};
}

inline double cell(const Block& block, int i, double sign, double tailU, double tailV, double m) {
    double h = 0.5 - tailU;
    double b = 0.5 - tailV;
    double twiceA = std::fabs(sign + h) - std::fabs(sign - h);
    double twiceB = b + b;
    double f = block.forward[i] * m;
    double d = f - block.strike[i];
    double fourfold = (f + block.strike[i]) * (twiceB - twiceA)
            + (std::fabs(d) * (twiceB + twiceA) + block.twiceSign[i] * d);
    return (fourfold + std::fabs(fourfold)) * block.scale[i] - block.base[i];
}

__attribute__((noinline)) void scenario(
        const Block& block, int column, double m, double logMove, double* __restrict cells) {
#ifdef SPLIT
    alignas(64) static double sign[CAPACITY], u[CAPACITY], v[CAPACITY];
    for (int i = 0; i < block.size; i++) {
        Argument z = argument(block, i, column, logMove);
        sign[i] = z.sign;
        u[i] = z.u;
        v[i] = z.v;
    }
    for (int i = 0; i < block.size; i++) u[i] = tail(u[i]);
    for (int i = 0; i < block.size; i++) v[i] = tail(v[i]);
    for (int i = 0; i < block.size; i++) cells[i] = cell(block, i, sign[i], u[i], v[i], m);
#else
    for (int i = 0; i < block.size; i++) {
        Argument z = argument(block, i, column, logMove);
        cells[i] = cell(block, i, z.sign, tail(z.u), tail(z.v), m);
    }
#endif
}

std::unique_ptr<Block> fill(const Grid& grid, int from, int to) {
    auto block = std::make_unique<Block>();
    for (int i = from; i < to; i++) {
        int at = block->size++;
        block->forward[at] = grid.forward[i];
        block->strike[at] = grid.strike[i];
        block->logMoneyness[at] = grid.logMoneyness[i];
        block->twiceSign[at] = 2 * grid.sign[i];
        block->scale[at] = 0.125;
        block->base[at] = 0;
        for (int c = 0; c < grid.columns; c++) {
            double s = std::min(grid.stdDev[c * grid.options + i], 2 * RANGE);
            block->slope[c][at] = 2 / RANGE / s;
            block->shiftU[c][at] = 2 - s / RANGE;
            block->shiftV[c][at] = s / RANGE - 2.5;
        }
    }
    return block;
}

alignas(64) double tiles[TILE][CAPACITY + 8];

void value(const Grid& grid, const Block& block, double* out) {
    for (int first = 0; first < grid.scenarios; first += TILE) {
        int count = std::min(TILE, grid.scenarios - first);
        for (int k = 0; k < count; k++) {
            int s = first + k;
            int column = static_cast<int>(grid.column[s]);
            scenario(block, column, grid.multiplier[s], grid.logMultiplier[s], tiles[k]);
        }
        for (int i = 0; i < block.size; i++) {
            for (int k = 0; k < count; k++) out[i * grid.scenarios + first + k] = tiles[k][i];
        }
    }
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) return 2;
    Grid grid(arguments[1]);
    std::vector<std::unique_ptr<Block>> blocks;
    for (int from = 0; from < grid.options; from += CAPACITY) {
        blocks.push_back(fill(grid, from, std::min(grid.options, from + CAPACITY)));
    }
    std::vector<double> out(grid.expected.size());
    double nanos = fastest(static_cast<long>(out.size()), 400, [&] {
        double* at = out.data();
        for (const auto& block : blocks) {
            value(grid, *block, at);
            at += block->size * grid.scenarios;
        }
    });
    bool same = std::memcmp(out.data(), grid.expected.data(), out.size() * sizeof(double)) == 0;
    std::printf("%s\t%.4f\t%s\n", arguments[2], nanos, same ? "same bits" : "other bits");
    return 0;
}
