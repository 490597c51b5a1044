package hedgerow;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Reads source files to see whether a type's declaration stands under a `///` text, which class
/// files do not tell.
final class DocScan {

    private static final String BEFORE_KIND =
            "^\\s*(?:(?:public|protected|static|final|abstract|sealed|non-sealed)\\s+)*";

    private DocScan() {}

    /// Whether the declaration of `type` in its file under `sources` follows a `///` line, with
    /// nothing but annotations between the two.
    static boolean isDocumented(Path sources, JavaClass type) {
        List<String> lines = lines(fileOf(sources, type));
        Pattern declaration =
                Pattern.compile(
                        BEFORE_KIND
                                + "(?:class|interface|record|enum|@interface)\\s+"
                                + Pattern.quote(type.getSimpleName())
                                + "\\b.*");
        int[] declared =
                IntStream.range(0, lines.size())
                        .filter(i -> declaration.matcher(lines.get(i)).matches())
                        .toArray();
        if (declared.length == 0) {
            throw new IllegalStateException("no declaration found of " + type.getName());
        }
        return IntStream.of(declared).allMatch(i -> followsText(lines, i));
    }

    private static boolean followsText(List<String> lines, int declaration) {
        int above = declaration - 1;
        while (above >= 0 && isAnnotation(lines.get(above))) {
            above--;
        }
        return above >= 0 && lines.get(above).strip().startsWith("///");
    }

    private static boolean isAnnotation(String line) {
        String text = line.strip();
        boolean endsSomethingElse = text.isEmpty() || text.startsWith("//") || text.endsWith(";");
        return text.startsWith("@")
                || (!endsSomethingElse && !text.endsWith("{") && !text.endsWith("}"));
    }

    private static Path fileOf(Path sources, JavaClass type) {
        JavaClass outermost = type;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        return sources.resolve(outermost.getName().replace('.', '/') + ".java");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
