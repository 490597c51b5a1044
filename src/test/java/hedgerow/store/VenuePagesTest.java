package hedgerow.store;

import static org.assertj.core.api.Assertions.assertThat;

import hedgerow.margin.ModelInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every venue has a page: which models it has and how far they are checked, its rule, where its
/// parameters stand, a worked example that another test asks the service for, and sources.
class VenuePagesTest {
    private static final Path PAGES = Path.of("docs/reference/venues");

    /// Models of nobody's but ours, and the SPAN-style ones, which have a page of their own.
    private static final Set<String> NO_VENUE =
            Set.of("crypto-grid", "crypto-grid-core", "delta", "history", "hybrid", "spot-vol-16");

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.sorted().toList();
        }
    }

    @Test
    void everyModelOfAVenueStandsOnOnePageWithItsStatus() throws IOException {
        for (String file : ScenarioFolder.files()) {
            ModelInfo info = ScenarioFolder.read(file).model().info();
            boolean venue =
                    info.status() != ModelInfo.Status.OWN
                            && !NO_VENUE.contains(info.id())
                            && !info.id().startsWith("span");
            if (!venue) continue;
            String status = info.status().name().toLowerCase(Locale.ROOT);
            List<String> rows = new ArrayList<>();
            for (Path page : pages()) {
                Files.readString(page)
                        .lines()
                        .filter(line ->
                                line.startsWith("| `") && line.contains("`" + info.id() + "`"))
                        .forEach(rows::add);
            }
            assertThat(rows).as("rows of %s in %s", info.id(), PAGES).hasSize(1);
            assertThat(rows.getFirst()).endsWith("| " + status + " |");
        }
    }

    @Test
    void everyPageHasItsParts() throws IOException {
        for (Path page : pages()) {
            assertThat(Files.readString(page))
                    .as(page.toString())
                    .contains("| model | what it is | status |")
                    .contains("](../models.md)")
                    .contains("\n## Sources\n")
                    .contains("\n```sh\ncurl -s localhost:8080/v1/margin")
                    .contains("\n```json\n");
        }
    }
}
