package dev.goodgate.gateway.exchange;

import dev.goodgate.diagnosis.answer.ErrorPage;
import dev.goodgate.gateway.config.ErrorPageSettings;
import dev.goodgate.gateway.config.RouteSettings;
import dev.goodgate.gateway.config.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The owner's error pages of one configuration, read once when it comes into force; no exchange
/// reads a file. Any loop.
final class ErrorPages {
    private final Map<String, ErrorPage> pages = new HashMap<>();
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final String fallback;
    private final String[] byRoute;
    private final Consumer<String> messages;

    /// Reads them. The check of the configuration has just found them well; one that changed since
    /// and is no longer gets a message, and our page in its place.
    ErrorPages(Settings settings, Consumer<String> messages) {
        this.messages = messages;
        List<RouteSettings> routes = settings.routes();
        fallback = known(settings.errorPages(), "");
        byRoute = new String[routes.size()];
        for (int i = 0; i < byRoute.length; i++) {
            byRoute[i] = known(routes.get(i).errorPages(), fallback);
        }
    }

    /// The page for failures of that exchange; null: ours.
    @Nullable ErrorPage of(Exchange exchange) {
        return pages.get(file(exchange));
    }

    /// A page could not be filled: told once a page, for the answer falls back to ours.
    void failed(Exchange exchange, RuntimeException thrown) {
        tell(file(exchange), thrown.toString());
    }

    private String file(Exchange exchange) {
        int index = exchange.routed() ? exchange.route().index() : -1;
        return index < 0 ? fallback : byRoute[index];
    }

    private String known(ErrorPageSettings settings, String otherwise) {
        String file = settings.html();
        if (file.isEmpty()) return otherwise;
        if (!pages.containsKey(file)) read(file);
        return file;
    }

    private void read(String file) {
        try (InputStream octets = Files.newInputStream(Path.of(file))) {
            switch (ErrorPage.read(octets.readNBytes(ErrorPage.MOST_OCTETS + 1))) {
                case ErrorPage.Reading.Good(var page) -> pages.put(file, page);
                case ErrorPage.Reading.Wrong wrong -> tell(file, wrong.seen());
            }
        } catch (IOException e) {
            tell(file, String.valueOf(e.getMessage()));
        }
    }

    private void tell(String file, String why) {
        if (told.add(file)) {
            messages.accept("error page " + file + ": " + why + "; our own page is shown instead");
        }
    }
}
