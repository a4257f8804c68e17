package dev.goodgate.gateway.admin;

import dev.goodgate.diagnosis.incident.Incident;
import dev.goodgate.diagnosis.text.Language;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Asks a running gateway's admin listener, as `goodgate incident ID` does. Waits at most three
/// seconds for the connection and ten for the answer. Any thread.
public final class AdminClient {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final String address;
    private final String token;

    /// A client of the listener at that address (`127.0.0.1:9900`); `token` is empty where none is
    /// needed.
    public AdminClient(String address, String token) {
        this.address = address;
        this.token = token;
    }

    /// The forms an incident is shown in.
    public enum Form {
        TEXT,
        MARKDOWN,
        JSON
    }

    private record Wish(Form form, Language language) {}

    /// What came of asking.
    public sealed interface Fetched {
        /// The incident in the form asked for, with a line feed at its end, safe for a terminal.
        record Found(String text) implements Fetched {}

        /// The gateway answered, but has no such incident: one sentence that says why.
        record Missing(String sentence) implements Fetched {}

        /// Nobody could be asked, or the answer was no use: one sentence that says what to check.
        record Unanswered(String sentence) implements Fetched {}
    }

    /// Fetches the incident of that id, in English. Never throws: what went wrong is a value.
    public Fetched incident(String id, Form form) {
        return incident(id, form, Language.ENGLISH);
    }

    /// Fetches the incident of that id, texts in that language. Never throws: what went wrong is a
    /// value.
    public Fetched incident(String id, Form form, Language language) {
        String clean = id.strip();
        if (!clean.matches("[0-9A-Za-z]{20}")) {
            return new Fetched.Missing(
                    "not an incident id: \""
                            + Visible.line(clean)
                            + "\" (expected: 20 letters and digits, as the error page and the"
                            + " field Goodgate-Incident show them)");
        }
        try {
            return read(ask("/api/incidents/" + clean), clean, new Wish(form, language));
        } catch (ConnectException e) {
            return unanswered("no gateway answers at " + address + " (" + reason(e) + ")");
        } catch (HttpTimeoutException _) {
            return unanswered("the gateway at " + address + " does not answer in time");
        } catch (IOException e) {
            return unanswered("no answer from " + address + " (" + reason(e) + ")");
        } catch (IllegalArgumentException | JacksonException _) {
            return unanswered("no admin listener of a gateway: " + Visible.line(address));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return unanswered("interrupted");
        }
    }

    private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://" + address + path)).timeout(ANSWER);
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        try (var client =
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            return client.send(
                    request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        }
    }

    private Fetched read(HttpResponse<String> response, String id, Wish wish)
            throws IOException, InterruptedException {
        JsonNode answer = Json.tree(response.body());
        return switch (response.statusCode()) {
            case 200 -> new Fetched.Found(show(answer, wish));
            case 404 -> new Fetched.Missing("the gateway at " + address + " knows no " + id);
            case 410 ->
                    new Fetched.Missing(
                            id
                                    + " is gone: it was made "
                                    + Ages.text(
                                            Duration.ofSeconds(answer.path("ageSeconds").asLong(0)))
                                    + " ago and memory holds only younger ones; its access log"
                                    + " line has symptom, hop and phase");
            default ->
                    unanswered(
                            "the admin listener at "
                                    + address
                                    + " answered "
                                    + response.statusCode()
                                    + ": "
                                    + Visible.line(answer.path("detail").asString("")));
        };
    }

    private String show(JsonNode incident, Wish wish) throws IOException, InterruptedException {
        if (wish.form == Form.JSON) return Json.forTerminal(incident);
        if (incident.has("like")) return repeat(incident, wish);
        Incident full = Incident.fromJson(incident.toString());
        return wish.form == Form.MARKDOWN
                ? full.toMarkdown(wish.language)
                : full.toPlain(wish.language);
    }

    /// One of many at that moment: says so, and shows the one it points to if that is still held.
    private String repeat(JsonNode incident, Wish wish) throws IOException, InterruptedException {
        String like = Visible.line(incident.path("like").asString(""));
        String sentence =
                Visible.line(incident.path("symptom").asString(""))
                        + ": one of many at that moment, like "
                        + like
                        + "\n";
        HttpResponse<String> full = ask("/api/incidents/" + like);
        if (full.statusCode() != 200) return sentence;
        JsonNode shown = Json.tree(full.body());
        return shown.has("like") ? sentence : sentence + "\n" + show(shown, wish);
    }

    private static Fetched unanswered(String sentence) {
        return new Fetched.Unanswered(sentence);
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? "connection refused" : Visible.line(message);
    }
}
