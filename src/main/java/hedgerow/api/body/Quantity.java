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

/// A number of contracts or units, of either sign.
@DecimalMin("-" + Bounds.QUANTITY)
@DecimalMax(Bounds.QUANTITY)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Documented
@Retention(RUNTIME)
@Target({FIELD, TYPE_USE})
public @interface Quantity {
    String message() default "a number from -" + Bounds.QUANTITY + " to " + Bounds.QUANTITY;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
