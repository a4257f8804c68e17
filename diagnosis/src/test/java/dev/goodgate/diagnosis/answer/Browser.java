package dev.goodgate.diagnosis.answer;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One tab of a headless Chromium, driven over the DevTools protocol. Every wait has a limit of
/// thirty seconds. One thread.
public final class Browser implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome");

    private final Process process;
    private final Path profile;
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<String> loaded = new LinkedBlockingQueue<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    /// Where a Chromium is installed, if there is one.
    public static Optional<Path> installed() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator, -1))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private Browser(Process process, Path profile, URI page) {
        this.process = process;
        this.profile = profile;
        this.socket =
                http.newWebSocketBuilder()
                        .connectTimeout(LIMIT)
                        .buildAsync(page, new Messages())
                        .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
                        .join();
    }

    /// Starts one, with a profile of its own that goes with it.
    public static Browser start(Path chromium) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory("goodgate-browser");
        Process process =
                new ProcessBuilder(
                                chromium.toString(),
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--disable-background-networking",
                                "--hide-scrollbars",
                                "--no-first-run",
                                "--remote-debugging-port=0",
                                "--user-data-dir=" + profile,
                                "about:blank")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        BufferedReader said =
                new BufferedReader(
                        new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        for (String line; (line = said.readLine()) != null; ) {
            int at = line.indexOf("ws://");
            if (at < 0) continue;
            Thread.ofVirtual().start(() -> drain(said));
            URI browser = URI.create(line.substring(at).strip());
            Browser tab = new Browser(process, profile, page(browser));
            tab.command("Page.enable", Map.of());
            tab.command("Network.enable", Map.of());
            tab.command("Runtime.enable", Map.of());
            tab.command("Log.enable", Map.of());
            return tab;
        }
        throw new IOException("chromium ended before it listened");
    }

    /// So that the browser is never stopped by a full pipe.
    private static void drain(BufferedReader said) {
        try {
            said.transferTo(java.io.Writer.nullWriter());
        } catch (IOException _) {
            // closed with the process
        }
    }

    private static URI page(URI browser) throws IOException, InterruptedException {
        URI list = URI.create("http://" + browser.getAuthority() + "/json/list");
        try (HttpClient client = HttpClient.newHttpClient()) {
            String json =
                    client.send(
                                    HttpRequest.newBuilder(list).timeout(LIMIT).build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body();
            for (JsonNode target : JsonMapper.shared().readTree(json)) {
                if (target.path("type").asString("").equals("page")) {
                    return URI.create(target.path("webSocketDebuggerUrl").asString(""));
                }
            }
        }
        throw new IOException("chromium has no tab");
    }

    /// Shows the page and waits until it is loaded.
    public void open(String url) throws InterruptedException {
        loaded.clear();
        requests.clear();
        complaints.clear();
        command("Page.navigate", Map.of("url", url));
        if (loaded.poll(LIMIT.toSeconds(), TimeUnit.SECONDS) == null) {
            throw new IllegalStateException("not loaded in time: " + url);
        }
    }

    /// A window of that width in CSS pixels, and the theme the reader prefers.
    public void appearance(int width, String theme) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        Map<String, String> scheme = Map.of("name", "prefers-color-scheme", "value", theme);
        command("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
    }

    /// A script that every page opened from now on runs first.
    public void inject(String script) {
        command("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    /// The value of an expression, which may be a promise.
    public JsonNode evaluate(String expression) {
        JsonNode result =
                command(
                        "Runtime.evaluate",
                        Map.of(
                                "expression", expression,
                                "awaitPromise", true,
                                "returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(result.path("exceptionDetails").toString());
        }
        return result.path("result").path("value");
    }

    /// The whole page as PNG.
    public byte[] screenshot() {
        String data =
                command(
                                "Page.captureScreenshot",
                                Map.of("format", "png", "captureBeyondViewport", true))
                        .path("data")
                        .asString("");
        return java.util.Base64.getDecoder().decode(data);
    }

    /// What the page asked for since it was opened, itself included.
    public List<String> requests() {
        return requests;
    }

    /// What the browser found wrong with it: exceptions, refusals of its policy.
    public List<String> complaints() {
        return complaints;
    }

    private JsonNode command(String method, Map<String, ?> parameters) {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        Map<String, Object> message = Map.of("id", id, "method", method, "params", parameters);
        socket.sendText(JsonMapper.shared().writeValueAsString(message), true)
                .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join();
        JsonNode said = answer.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
        if (said.has("error")) throw new IllegalStateException(method + ": " + said.path("error"));
        return said.path("result");
    }

    private void take(JsonNode message) {
        CompletableFuture<JsonNode> answer = waiting.remove(message.path("id").asInt(0));
        if (answer != null) answer.complete(message);
        JsonNode about = message.path("params");
        switch (message.path("method").asString("")) {
            case "Page.loadEventFired" -> loaded.add("loaded");
            case "Network.requestWillBeSent" ->
                    requests.add(about.path("request").path("url").asString(""));
            case "Runtime.exceptionThrown", "Log.entryAdded" -> complaints.add(about.toString());
            default -> {}
        }
    }

    private final class Messages implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                take(JsonMapper.shared().readTree(parts.toString()));
                parts.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try (Stream<Path> files = Files.walk(profile)) {
            process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
