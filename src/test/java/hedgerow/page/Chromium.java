package hedgerow.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A Chromium without a window, spoken to by its own protocol.
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser");
    private static final List<String> FLAGS =
            List.of(
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--hide-scrollbars",
                    "--force-color-profile=srgb",
                    "--remote-debugging-port=0");
    private static final Duration START = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Tab> tabs = new ArrayList<>();
    private final Path profile;
    private final Process process;

    private Chromium(Path profile, Process process) {
        this.profile = profile;
        this.process = process;
    }

    /// Starts the browser of this machine, or ends the test with a line that says there is none.
    static Chromium start() throws IOException {
        Optional<Path> program = program();
        if (program.isEmpty()) System.out.println("skipped, as there is no Chromium here");
        assumeTrue(program.isPresent(), "skipped, as there is no Chromium here");
        Path profile = Files.createTempDirectory("hedgerow-chromium");
        List<String> command = new ArrayList<>(List.of(program.get().toString()));
        command.addAll(FLAGS);
        command.add("--user-data-dir=" + profile);
        command.add("about:blank");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(profile.resolve("output").toFile())
                        .start();
        return new Chromium(profile, process);
    }

    private static Optional<Path> program() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(":", -1))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// A new empty tab.
    Tab tab() throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port() + "/json/new?about:blank");
        HttpRequest request =
                HttpRequest.newBuilder(uri).PUT(HttpRequest.BodyPublishers.noBody()).build();
        String answer = http.send(request, BodyHandlers.ofString()).body();
        String address = new ObjectMapper().readTree(answer).get("webSocketDebuggerUrl").asText();
        Tab tab = Tab.connect(http, URI.create(address));
        tabs.add(tab);
        return tab;
    }

    /// The port that the browser chose, once it has written it down.
    private int port() throws IOException, InterruptedException {
        Path file = profile.resolve("DevToolsActivePort");
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file);
                if (lines.size() > 1) return Integer.parseInt(lines.getFirst());
            }
            Thread.sleep(50);
        }
        throw new IOException(
                "Chromium did not start: " + Files.readString(profile.resolve("output")));
    }

    @Override
    public void close() throws InterruptedException {
        tabs.forEach(Tab::close);
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
        delete(profile);
    }

    /// Deletes what can be deleted; a file that the browser still holds stays.
    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            System.out.println("left behind: " + folder + " (" + e.getMessage() + ")");
        }
    }
}
