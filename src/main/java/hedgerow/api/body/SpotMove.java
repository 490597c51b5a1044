package hedgerow.api.body;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/// A relative move of spot that leaves something of it.
@DecimalMin("-0.999")
@DecimalMax("1000")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Documented
@Retention(RUNTIME)
@Target({FIELD, TYPE_USE})
public @interface SpotMove {
    String message() default "a fraction from -0.999 to 1000 (-0.10 is down 10 %)";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
