package hedgerow.crooked.pricing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Quarkus;
import jakarta.inject.Inject;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.logging.Logger;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

@SuppressWarnings("all")
public final class Careless {

    @Inject ObjectMapper mapper;

    void imports(File file, Path path) {
        Logger.getLogger("careless").info(file + " " + path);
        Quarkus.asyncExit();
    }

    Object world(Clock clock) {
        Random random = new Random();
        return clock.millis()
                + random.nextInt()
                + Math.random()
                + System.nanoTime()
                + " "
                + Instant.now()
                + LocalDate.now();
    }

    double bits(double x, DoubleVector vector) {
        DoubleUnaryOperator log = Math::log;
        double lane = vector.lanewise(VectorOperators.EXP).fma(vector, vector).lane(0);
        return Math.exp(x) + Math.fma(x, x, x) + log.applyAsDouble(x) + lane;
    }
}
