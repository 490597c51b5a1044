package hedgerow.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// One tab of a browser: it goes somewhere, runs scripts, presses keys and takes pictures.
final class Tab implements WebSocket.Listener, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 60;
    private static final Map<String, Integer> KEYS =
            Map.of(
                    "Tab",
                    9,
                    "Enter",
                    13,
                    "Escape",
                    27,
                    "End",
                    35,
                    "Home",
                    36,
                    "ArrowLeft",
                    37,
                    "ArrowUp",
                    38,
                    "ArrowRight",
                    39,
                    "ArrowDown",
                    40);

    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final AtomicInteger last = new AtomicInteger();
    private final StringBuilder received = new StringBuilder();
    private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();

    private Tab() {}

    static Tab connect(HttpClient http, URI address) {
        Tab tab = new Tab();
        http.newWebSocketBuilder().buildAsync(address, tab).thenAccept(tab.socket::complete);
        for (String domain : List.of("Page", "Runtime", "Log"))
            tab.send(domain + ".enable", Map.of());
        tab.send("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
        return tab;
    }

    /// What the page wrote to the console as an error or a warning, and what it threw.
    List<String> errors() {
        return List.copyOf(errors);
    }

    /// Sets width, height and colours, as a screen and its system have them.
    void screen(int width, int height, String scheme) {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        Map<String, String> colours = Map.of("name", "prefers-color-scheme", "value", scheme);
        Map<String, String> still = Map.of("name", "prefers-reduced-motion", "value", "reduce");
        send("Emulation.setEmulatedMedia", Map.of("features", List.of(colours, still)));
    }

    /// A script that each page runs before its own.
    void before(String script) {
        send("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    /// Goes to an address, and waits until the page shows an answer or a problem.
    void open(String address) {
        send("Page.navigate", Map.of("url", "about:blank"));
        send("Page.navigate", Map.of("url", address));
        until("['current', 'stale'].includes(document.body?.dataset.state)");
    }

    /// The value of an expression, awaited where it is a promise.
    JsonNode eval(String expression) {
        JsonNode answer =
                send(
                        "Runtime.evaluate",
                        Map.of(
                                "expression",
                                expression,
                                "awaitPromise",
                                true,
                                "returnByValue",
                                true,
                                "userGesture",
                                true));
        JsonNode thrown = answer.path("exceptionDetails");
        if (!thrown.isMissingNode()) throw new AssertionError(expression + ": " + thrown);
        return answer.at("/result/value");
    }

    /// The text of the first element that a selector finds, spaces made plain.
    String text(String selector) {
        return eval("document.querySelector(" + quoted(selector) + ").innerText")
                .asText()
                .replaceAll("[\\s\\u202f]+", " ")
                .strip();
    }

    /// Waits until an expression is true; fails with what the page shows where it never is.
    void until(String expression) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!eval("Boolean(" + expression + ")").asBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "never true: " + expression + "\nerrors: " + errors + "\n" + text("body"));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Presses keys one after another, as a person does.
    void press(String... keys) {
        for (String key : keys) {
            for (String type : List.of("keyDown", "keyUp")) {
                Map<String, Object> event = new HashMap<>();
                event.putAll(Map.of("type", type, "key", key, "code", key));
                event.put("windowsVirtualKeyCode", KEYS.get(key));
                if (key.equals("Enter")) event.put("text", "\r");
                send("Input.dispatchKeyEvent", event);
            }
        }
    }

    /// Puts text where the focus is, in place of what is there.
    void type(String selector, String text) {
        eval(
                "{ const e = document.querySelector("
                        + quoted(selector)
                        + "); e.focus(); e.select(); }");
        send("Input.insertText", Map.of("text", text));
    }

    /// Clicks the first element that a selector finds.
    void click(String selector) {
        eval("document.querySelector(" + quoted(selector) + ").click()");
    }

    /// A picture of the top of the page, or with a height of zero of all of it.
    byte[] picture(int width, int height) {
        int all = eval("document.documentElement.scrollHeight").asInt();
        Map<String, Object> clip =
                Map.of(
                        "x",
                        0,
                        "y",
                        0,
                        "width",
                        width,
                        "height",
                        height == 0 ? all : height,
                        "scale",
                        1);
        JsonNode answer =
                send(
                        "Page.captureScreenshot",
                        Map.of("format", "png", "clip", clip, "captureBeyondViewport", true));
        return Base64.getDecoder().decode(answer.get("data").asText());
    }

    static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode send(String method, Map<String, Object> parameters) {
        int id = last.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        Map<String, Object> message = Map.of("id", id, "method", method, "params", parameters);
        try {
            String text = JSON.writeValueAsString(message);
            socket.get(PATIENCE_SECONDS, TimeUnit.SECONDS).sendText(text, true).join();
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(method + " was not answered", e);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean whole) {
        received.append(text);
        if (whole) {
            String message = received.toString();
            received.setLength(0);
            take(message);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    private void take(String message) {
        try {
            JsonNode said = JSON.readTree(message);
            if (said.has("id")) answered(said);
            else heard(said.get("method").asText(), said.get("params"));
        } catch (JsonProcessingException e) {
            errors.add("not JSON: " + message);
        }
    }

    private void answered(JsonNode said) {
        CompletableFuture<JsonNode> answer = asked.remove(said.get("id").asInt());
        if (said.has("error")) {
            answer.completeExceptionally(new AssertionError(said.get("error").toString()));
        } else {
            answer.complete(said.get("result"));
        }
    }

    private void heard(String event, JsonNode what) {
        boolean bad =
                switch (event) {
                    case "Runtime.exceptionThrown" -> true;
                    case "Runtime.consoleAPICalled" ->
                            List.of("error", "warning", "assert")
                                    .contains(what.get("type").asText());
                    case "Log.entryAdded" -> isError(what.get("entry"));
                    default -> false;
                };
        if (bad) errors.add(event + " " + what);
    }

    /// Whether it is an error of the page itself: a refusal of the service is shown in its place.
    private static boolean isError(JsonNode entry) {
        boolean refusal =
                entry.path("source").asText().equals("network")
                        && entry.path("url").asText().contains("/v1/");
        return entry.path("level").asText().equals("error") && !refusal;
    }

    @Override
    public void close() {
        socket.thenAccept(WebSocket::abort);
    }
}
