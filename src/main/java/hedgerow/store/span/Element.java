package hedgerow.store.span;

import hedgerow.market.clearing.Period;
import hedgerow.store.Faults;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// An XML element with everything in it, and the place of its start tag's end.
///
/// What cannot be read becomes a fault, and zero or an empty text in place of a value.
final class Element {
    /// Characters of the longest number that is read.
    static final int LONGEST_NUMBER = 40;

    private static final String NO_DAY = "00";

    final String name;
    final int line;
    final int column;
    final List<Element> children = new ArrayList<>(0);
    private final Faults faults;
    private String text = "";

    Element(String name, int line, int column, Faults faults) {
        this.name = name;
        this.line = line;
        this.column = column;
        this.faults = faults;
    }

    void setText(String told) {
        String bare = told.strip();
        boolean isOneLine = bare.chars().noneMatch(c -> c < ' ');
        text = isOneLine ? bare : bare.replaceAll("\\s+", " ");
    }

    String text() {
        return text;
    }

    /// The first child of a name.
    Optional<Element> child(String of) {
        for (Element child : children) if (child.name.equals(of)) return Optional.of(child);
        return Optional.empty();
    }

    List<Element> children(String of) {
        return children.stream().filter(child -> child.name.equals(of)).toList();
    }

    /// The text of a child; empty where there is none.
    String text(String of) {
        checkOne(of);
        return child(of).map(Element::text).orElse("");
    }

    /// The text of a child that must be there.
    String required(String of) {
        String found = text(of);
        if (found.isEmpty()) missing(of);
        return found;
    }

    /// A code without blanks and slashes, which must be there.
    String word(String of) {
        String word = required(of);
        boolean whole = word.indexOf('/') < 0 && word.chars().noneMatch(Character::isWhitespace);
        if (!whole) child(of).ifPresent(c -> c.fault("a code without blanks and slashes"));
        return word;
    }

    private void checkOne(String of) {
        boolean isFound = false;
        for (Element child : children) {
            if (!child.name.equals(of)) continue;
            if (isFound) child.fault("one " + of);
            isFound = true;
        }
    }

    private void missing(String of) {
        faults.add(place(), "no " + of, "an element " + of + " in it, with a value");
    }

    /// A number of a child; empty where there is none.
    OptionalDouble number(String of) {
        checkOne(of);
        Optional<Element> child = child(of);
        return child.isEmpty() || child.get().text.isEmpty()
                ? OptionalDouble.empty()
                : child.get().number();
    }

    double number(String of, double otherwise) {
        return number(of).orElse(otherwise);
    }

    /// A number of a child that must be there.
    double requiredNumber(String of) {
        if (text(of).isEmpty()) missing(of);
        return number(of).orElse(0);
    }

    /// A whole number of a child; `otherwise` where there is none.
    int whole(String of, int otherwise) {
        double number = number(of, otherwise);
        if (number != StrictMath.rint(number) || Math.abs(number) > 1e9) {
            child(of).ifPresent(c -> c.fault("a whole number below 1000000000"));
            return otherwise;
        }
        return (int) number;
    }

    /// Its own text as a number.
    OptionalDouble number() {
        OptionalDouble number =
                text.length() <= LONGEST_NUMBER ? Decimal.parse(text) : OptionalDouble.empty();
        if (number.isEmpty()) fault("a decimal number");
        return number;
    }

    /// Whether a child says 1, or another child says nothing.
    boolean flag(String of) {
        return switch (text(of)) {
            case "1", "Y", "true" -> true;
            case "", "0", "N", "false" -> false;
            default -> {
                child(of).ifPresent(c -> c.fault("0 or 1"));
                yield false;
            }
        };
    }

    /// A period CCYYMM with a day or week, if any; none where all is zero or nothing is there.
    Period period(String of) {
        String told = text(of);
        String digits = told.endsWith(NO_DAY) && told.length() == 8 ? told.substring(0, 6) : told;
        if (digits.isEmpty() || digits.chars().allMatch(c -> c == '0')) return Period.NONE;
        try {
            return Period.of(digits);
        } catch (IllegalArgumentException e) {
            child(of).ifPresent(c -> c.fault("CCYYMM and a day or week, if any"));
            return Period.NONE;
        }
    }

    /// A date CCYYMMDD; empty where there is none.
    Optional<LocalDate> date(String of) {
        String told = text(of);
        if (told.isEmpty() || told.chars().allMatch(c -> c == '0')) return Optional.empty();
        try {
            if (!told.matches("[0-9]{8}")) throw new DateTimeException(told);
            int digits = Integer.parseInt(told);
            return Optional.of(LocalDate.of(digits / 10_000, digits / 100 % 100, digits % 100));
        } catch (DateTimeException e) {
            child(of).ifPresent(c -> c.fault("a date CCYYMMDD"));
            return Optional.empty();
        }
    }

    /// The value of the child `of` whose `r` is `rate`; of one child alone, its value.
    OptionalDouble rate(String of, int rate) {
        List<Element> rates = children(of);
        for (Element each : rates) {
            if (each.whole("r", rate) == rate) {
                return OptionalDouble.of(each.requiredNumber("val"));
            }
        }
        if (rates.size() == 1) return OptionalDouble.of(rates.getFirst().requiredNumber("val"));
        if (!rates.isEmpty()) fault("an element " + of + " with an r of " + rate);
        return OptionalDouble.empty();
    }

    String place() {
        return place(line, column, name);
    }

    static String place(int line, int column, String name) {
        return "line " + line + ", column " + column + " (" + name + ")";
    }

    /// Refuses a child that holds elements and is none of these.
    void refuseAllBut(Set<String> known) {
        for (Element child : children) {
            if (!child.children.isEmpty() && !known.contains(child.name)) child.faultUnknown();
        }
    }

    /// Adds a fault that an element of this name holds nothing that is known.
    void faultUnknown() {
        faults.add(place(), name, "an element that is known here");
    }

    /// Adds a fault in this element.
    void fault(String allowed) {
        faults.add(place(), text, allowed);
    }
}
