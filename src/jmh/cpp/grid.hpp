// The options, scenarios and values that the Java benchmark has written, as doubles in the order of
// the machine: counts, options by quantity, scenarios by quantity, values row by row.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <vector>

struct Grid {
    int options, columns, scenarios;
    std::vector<double> forward, strike, logMoneyness, sign, stdDev;
    std::vector<double> multiplier, logMultiplier, column, expected;

    explicit Grid(const char* path) {
        std::FILE* file = std::fopen(path, "rb");
        if (file == nullptr) std::exit(2);
        std::vector<double> counts = read(file, 3);
        options = static_cast<int>(counts[0]);
        columns = static_cast<int>(counts[1]);
        scenarios = static_cast<int>(counts[2]);
        forward = read(file, options);
        strike = read(file, options);
        logMoneyness = read(file, options);
        sign = read(file, options);
        stdDev = read(file, options * columns);
        multiplier = read(file, scenarios);
        logMultiplier = read(file, scenarios);
        column = read(file, scenarios);
        expected = read(file, options * scenarios);
        std::fclose(file);
    }

private:
    static std::vector<double> read(std::FILE* file, int count) {
        std::vector<double> values(count);
        if (std::fread(values.data(), sizeof(double), values.size(), file) != values.size()) {
            std::exit(2);
        }
        return values;
    }
};

// Nanoseconds a value in the fastest of the runs, after some that only warm up.
template <typename Run>
double fastest(long values, int runs, Run run) {
    double best = std::numeric_limits<double>::infinity();
    for (int r = 0; r < runs; r++) {
        auto start = std::chrono::steady_clock::now();
        for (int i = 0; i < 20; i++) run();
        std::chrono::duration<double, std::nano> time = std::chrono::steady_clock::now() - start;
        if (r > runs / 4) best = std::min(best, time.count() / 20 / static_cast<double>(values));
    }
    return best;
}
