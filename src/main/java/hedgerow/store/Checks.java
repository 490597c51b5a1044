package hedgerow.store;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/// The constraints that bodies put on their fields, each with what it allows in words.
///
/// A field that is null passes all of them but [Required]. The bounds are those of [Limits].
public final class Checks {
    private Checks() {}

    /// The field must be there and must not be null.
    @NotNull
    @ReportAsSingleViolation
    @Constraint(validatedBy = {})
    @Documented
    @Retention(RUNTIME)
    @Target({FIELD, TYPE_USE})
    public @interface Required {
        String message() default "a value: this field is required";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /// An id, a currency, a contract name: not blank, at most 64 characters.
    @Size(max = Limits.NAME)
    @Pattern(regexp = "[^\\p{Cntrl}]*[^\\p{Cntrl}\\s][^\\p{Cntrl}]*")
    @ReportAsSingleViolation
    @Constraint(validatedBy = {})
    @Documented
    @Retention(RUNTIME)
    @Target({FIELD, TYPE_USE})
    public @interface Name {
        String message() default "a text of 1 to 64 printable characters, not all blank";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /// A price above zero, at most 1e15.
    @DecimalMin(value = "0", inclusive = false)
    @DecimalMax("1e15")
    @ReportAsSingleViolation
    @Constraint(validatedBy = {})
    @Documented
    @Retention(RUNTIME)
    @Target({FIELD, TYPE_USE})
    public @interface Price {
        String message() default "a number above 0, at most 1e15";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /// A quote of an option: zero or more, at most 1e15.
    @DecimalMin("0")
    @DecimalMax("1e15")
    @ReportAsSingleViolation
    @Constraint(validatedBy = {})
    @Documented
    @Retention(RUNTIME)
    @Target({FIELD, TYPE_USE})
    public @interface Premium {
        String message() default "a number of 0 or more, at most 1e15";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /// An implied vol as a fraction: zero or more, at most 100.
    @DecimalMin("0")
    @DecimalMax("100")
    @ReportAsSingleViolation
    @Constraint(validatedBy = {})
    @Documented
    @Retention(RUNTIME)
    @Target({FIELD, TYPE_USE})
    public @interface Vol {
        String message() default "a fraction of 0 or more, at most 100 (0.60 is 60 %)";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /// A rate or a yield as a fraction, from -10 to 10.
    @DecimalMin("-10")
    @DecimalMax("10")
    @ReportAsSingleViolation
    @Constraint(validatedBy = {})
    @Documented
    @Retention(RUNTIME)
    @Target({FIELD, TYPE_USE})
    public @interface Rate {
        String message() default "a fraction from -10 to 10 (0.05 is 5 %)";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /// A part of a whole, from 0 to 1.
    @DecimalMin("0")
    @DecimalMax("1")
    @ReportAsSingleViolation
    @Constraint(validatedBy = {})
    @Documented
    @Retention(RUNTIME)
    @Target({FIELD, TYPE_USE})
    public @interface Share {
        String message() default "a fraction from 0 to 1";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /// An amount of either sign, at most 1e15 away from zero.
    @DecimalMin("-1e15")
    @DecimalMax("1e15")
    @ReportAsSingleViolation
    @Constraint(validatedBy = {})
    @Documented
    @Retention(RUNTIME)
    @Target({FIELD, TYPE_USE})
    public @interface Amount {
        String message() default "a number from -1e15 to 1e15";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }
}
