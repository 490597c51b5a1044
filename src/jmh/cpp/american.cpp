// QuantLib's American engines on the options of the benchmark, cell by cell: name, nanoseconds a
// value, greatest difference from our values as a share of the greater of spot and strike.
#include <ql/exercise.hpp>
#include <ql/instruments/vanillaoption.hpp>
#include <ql/pricingengines/vanilla/baroneadesiwhaleyengine.hpp>
#include <ql/pricingengines/vanilla/qdfpamericanengine.hpp>
#include <ql/processes/blackscholesprocess.hpp>
#include <ql/quotes/simplequote.hpp>
#include <ql/settings.hpp>
#include <ql/termstructures/volatility/equityfx/blackconstantvol.hpp>
#include <ql/termstructures/yield/flatforward.hpp>
#include <ql/time/calendars/nullcalendar.hpp>
#include <ql/time/daycounters/actual365fixed.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <limits>
#include <vector>

using namespace QuantLib;

namespace {

std::vector<double> read(std::FILE* file, std::size_t count) {
    std::vector<double> values(count);
    if (std::fread(values.data(), sizeof(double), count, file) != count) std::exit(2);
    return values;
}

struct Cells {
    int options, scenarios;
    std::vector<double> option, scenario, expected;

    explicit Cells(const char* path) {
        std::FILE* file = std::fopen(path, "rb");
        if (file == nullptr) std::exit(2);
        std::vector<double> counts = read(file, 2);
        options = static_cast<int>(counts[0]);
        scenarios = static_cast<int>(counts[1]);
        option = read(file, 7 * options);
        scenario = read(file, 2 * scenarios);
        expected = read(file, options * scenarios);
        std::fclose(file);
    }
};

using Process = ext::shared_ptr<GeneralizedBlackScholesProcess>;
using EngineOf = std::function<ext::shared_ptr<PricingEngine>(const Process&)>;

// Each option with quotes of its own, so that a cell changes two quotes and asks for the value.
struct Priced {
    ext::shared_ptr<SimpleQuote> spot = ext::make_shared<SimpleQuote>(1.0);
    ext::shared_ptr<SimpleQuote> vol = ext::make_shared<SimpleQuote>(1.0);
    ext::shared_ptr<VanillaOption> option;

    Priced(const double* o, const EngineOf& engineOf) {
        Date today = Settings::instance().evaluationDate();
        DayCounter days = Actual365Fixed();
        auto rate = ext::make_shared<FlatForward>(today, o[1], days);
        auto yield = ext::make_shared<FlatForward>(today, o[2], days);
        auto vols = ext::make_shared<BlackConstantVol>(
            today, NullCalendar(), Handle<Quote>(vol), days);
        auto process = ext::make_shared<GeneralizedBlackScholesProcess>(
            Handle<Quote>(spot),
            Handle<YieldTermStructure>(yield),
            Handle<YieldTermStructure>(rate),
            Handle<BlackVolTermStructure>(vols));
        Date expiry = today + static_cast<Integer>(std::lround(o[4] * 365));
        option = ext::make_shared<VanillaOption>(
            ext::make_shared<PlainVanillaPayoff>(o[0] > 0 ? Option::Call : Option::Put, o[6]),
            ext::make_shared<AmericanExercise>(today, expiry));
        option->setPricingEngine(engineOf(process));
    }
};

void run(const Cells& cells, const char* name, int runs, const EngineOf& engineOf) {
    std::vector<Priced> priced;
    for (int i = 0; i < cells.options; i++) priced.emplace_back(&cells.option[7 * i], engineOf);
    double best = std::numeric_limits<double>::infinity();
    double worst = 0;
    for (int r = 0; r < runs; r++) {
        auto start = std::chrono::steady_clock::now();
        for (int i = 0; i < cells.options; i++) {
            const double* o = &cells.option[7 * i];
            for (int s = 0; s < cells.scenarios; s++) {
                double spot = o[5] * cells.scenario[2 * s];
                priced[i].spot->setValue(spot);
                priced[i].vol->setValue(o[3] * cells.scenario[2 * s + 1]);
                double value = priced[i].option->NPV();
                double error = std::abs(value - cells.expected[i * cells.scenarios + s]);
                worst = std::max(worst, error / std::max(spot, o[6]));
            }
        }
        std::chrono::duration<double, std::nano> time = std::chrono::steady_clock::now() - start;
        best = std::min(best, time.count() / (cells.options * cells.scenarios));
    }
    std::printf("%s\t%.1f\t%.1e\n", name, best, worst);
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) return 2;
    Cells cells(arguments[1]);
    Settings::instance().evaluationDate() = Date(1, January, 2024);
    run(cells, "QuantLib QdFp, fast scheme", 10, [](const Process& p) {
        return ext::make_shared<QdFpAmericanEngine>(p, QdFpAmericanEngine::fastScheme());
    });
    run(cells, "QuantLib QdFp, accurate scheme", 3, [](const Process& p) {
        return ext::make_shared<QdFpAmericanEngine>(p, QdFpAmericanEngine::accurateScheme());
    });
    run(cells, "QuantLib Barone-Adesi-Whaley", 20, [](const Process& p) {
        return ext::make_shared<BaroneAdesiWhaleyApproximationEngine>(p);
    });
    return 0;
}
