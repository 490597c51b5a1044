package hedgerow.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/// How answers are written: fields that do not apply are left out, numbers are the shortest that
/// read back the same, and what is no number is never written.
@Singleton
final class AnswerJson implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        mapper.setSerializationInclusion(JsonInclude.Include.NON_ABSENT);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        SimpleModule numbers = new SimpleModule("hedgerow-answers");
        numbers.addSerializer(Double.class, new Figure());
        numbers.addSerializer(double.class, new Figure());
        mapper.registerModule(numbers);
    }

    /// A figure; minus zero is zero.
    private static final class Figure extends StdScalarSerializer<Double> {
        private static final long serialVersionUID = 1L;

        Figure() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a figure must be finite, was " + value);
            }
            json.writeNumber(value + 0.0);
        }
    }
}
