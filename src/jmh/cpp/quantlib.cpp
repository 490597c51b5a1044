// QuantLib's Black formula on the options of the benchmark: name, nanoseconds a value.
#include "grid.hpp"

#include <ql/pricingengines/blackformula.hpp>

int main(int count, char** arguments) {
    if (count != 2) return 2;
    Grid grid(arguments[1]);
    std::vector<double> out(grid.expected.size());
    double nanos = fastest(static_cast<long>(out.size()), 20, [&] {
        for (int i = 0; i < grid.options; i++) {
            auto type = grid.sign[i] > 0 ? QuantLib::Option::Call : QuantLib::Option::Put;
            for (int s = 0; s < grid.scenarios; s++) {
                int column = static_cast<int>(grid.column[s]);
                out[i * grid.scenarios + s] = QuantLib::blackFormula(
                        type,
                        grid.strike[i],
                        grid.forward[i] * grid.multiplier[s],
                        grid.stdDev[column * grid.options + i]);
            }
        }
    });
    std::printf("QuantLib C++\t%.4f\t\n", nanos);
    return 0;
}
