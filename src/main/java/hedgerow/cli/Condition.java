package hedgerow.cli;

import com.fasterxml.jackson.databind.JsonNode;
import hedgerow.cli.print.Figures;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A condition on the figures of an answer, such as `initial > 0.8 * equity and saved <= 0`.
///
/// Names are those of the JSON answer, with points between them: `after.initial`. Numbers may end
/// in `%`. Known are `+ - * /`, parentheses, `> >= < <= == !=`, `and` and `or`; `and` binds closer.
final class Condition {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s*(?:(?<number>(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?%?)"
                            + "|(?<name>[A-Za-z_]\\w*(?:\\.\\w+)*)"
                            + "|(?<sign>>=|<=|==|!=|&&|\\|\\||[><+*/()-]))");

    private interface Figure {
        double in(JsonNode answer);
    }

    private interface Test {
        boolean holds(JsonNode answer);
    }

    private final String text;
    private final Deque<String> tokens;
    private final Set<String> names = new LinkedHashSet<>();
    private final Test test;

    private Condition(String text) {
        this.text = text.strip();
        this.tokens = tokens(text);
        this.test = either();
        if (!tokens.isEmpty()) throw wrong("what stands from " + tokens.peek() + " on");
    }

    /// Reads a condition.
    ///
    /// @throws InputException where it is none
    static Condition of(String text) {
        return new Condition(text);
    }

    /// Whether an answer meets it.
    ///
    /// @throws InputException where the answer has no figure of a name in it
    boolean holds(JsonNode answer) {
        return test.holds(answer);
    }

    /// The condition with the figures of an answer.
    String words(JsonNode answer) {
        return names.stream()
                .map(name -> name + " = " + Figures.money(figure(name, answer)))
                .collect(Collectors.joining(", ", text + ", with ", ""));
    }

    private Deque<String> tokens(String text) {
        Deque<String> found = new ArrayDeque<>();
        Matcher matcher = TOKEN.matcher(text.strip());
        int at = 0;
        while (matcher.find() && matcher.start() == at) {
            found.add(matcher.group().strip());
            at = matcher.end();
        }
        if (at < text.strip().length()) throw wrong(text.strip().substring(at));
        return found;
    }

    private InputException wrong(String what) {
        return new InputException(
                "--fail-if '"
                        + text
                        + "' is no condition: not understood is "
                        + what
                        + "; write it like 'initial > 0.8 * equity'");
    }

    private boolean takes(String... any) {
        if (tokens.isEmpty() || !List.of(any).contains(tokens.peek())) return false;
        tokens.remove();
        return true;
    }

    private String next(String wanted) {
        if (tokens.isEmpty()) throw wrong("its end, where " + wanted + " should be");
        return tokens.remove();
    }

    private Test either() {
        Test left = both();
        while (takes("or", "||")) {
            Test before = left;
            Test right = both();
            left = answer -> before.holds(answer) | right.holds(answer);
        }
        return left;
    }

    private Test both() {
        Test left = comparison();
        while (takes("and", "&&")) {
            Test before = left;
            Test right = comparison();
            left = answer -> before.holds(answer) & right.holds(answer);
        }
        return left;
    }

    private Test comparison() {
        Figure left = sum();
        String sign = next("a comparison");
        Figure right = sum();
        return switch (sign) {
            case ">" -> answer -> left.in(answer) > right.in(answer);
            case ">=" -> answer -> left.in(answer) >= right.in(answer);
            case "<" -> answer -> left.in(answer) < right.in(answer);
            case "<=" -> answer -> left.in(answer) <= right.in(answer);
            case "==" -> answer -> left.in(answer) == right.in(answer);
            case "!=" -> answer -> left.in(answer) != right.in(answer);
            default -> throw wrong(sign + ", where a comparison should be");
        };
    }

    private Figure sum() {
        Figure left = product();
        while (!tokens.isEmpty()) {
            if (takes("+")) left = joined(left, product(), Double::sum);
            else if (takes("-")) left = joined(left, product(), (a, b) -> a - b);
            else break;
        }
        return left;
    }

    private Figure product() {
        Figure left = factor();
        while (!tokens.isEmpty()) {
            if (takes("*")) left = joined(left, factor(), (a, b) -> a * b);
            else if (takes("/")) left = joined(left, factor(), (a, b) -> a / b);
            else break;
        }
        return left;
    }

    private static Figure joined(Figure left, Figure right, DoubleBinaryOperator operator) {
        return answer -> operator.applyAsDouble(left.in(answer), right.in(answer));
    }

    private Figure factor() {
        String token = next("a figure");
        if (token.equals("-")) {
            Figure figure = factor();
            return answer -> -figure.in(answer);
        }
        if (token.equals("(")) {
            Figure figure = sum();
            if (!takes(")")) throw wrong("what comes where ) should be");
            return figure;
        }
        if (Character.isDigit(token.charAt(0)) || token.charAt(0) == '.') return number(token);
        if (!Character.isLetter(token.charAt(0)) && token.charAt(0) != '_') throw wrong(token);
        names.add(token);
        return answer -> figure(token, answer);
    }

    private static Figure number(String token) {
        boolean percent = token.endsWith("%");
        String digits = percent ? token.substring(0, token.length() - 1) : token;
        double value = Double.parseDouble(digits) / (percent ? 100 : 1);
        return _ -> value;
    }

    private static double figure(String name, JsonNode answer) {
        JsonNode found = answer.at("/" + name.replace('.', '/'));
        if (found.isNumber()) return found.doubleValue();
        throw new InputException(
                "the answer has no figure "
                        + name
                        + "; there are "
                        + String.join(", ", figures("", answer)));
    }

    private static List<String> figures(String prefix, JsonNode answer) {
        List<String> names = new ArrayList<>();
        answer.properties()
                .forEach(field -> {
                    JsonNode value = field.getValue();
                    if (value.isNumber()) names.add(prefix + field.getKey());
                    if (value.isObject())
                        names.addAll(figures(prefix + field.getKey() + ".", value));
                });
        return names;
    }
}
