package dev.goodgate.gateway.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The whole configuration file: immutable, checked, with every default filled in.
public record Settings(
        @Key(doc = "Where to listen.") List<ListenerSettings> listeners,
        @Key(doc = "Which request goes where; the most specific match wins, then the first.")
                List<RouteSettings> routes,
        @Key(value = "{}", doc = "The applications behind, by name.")
                Map<String, UpstreamSettings> upstreams,
        @Key(value = "{}", doc = "Limits on what clients may send and how slowly.")
                LimitSettings limits,
        @Key(value = "{}", doc = "The operator's listener.") AdminSettings admin,
        @Key(value = "{}", doc = "One line a request.") AccessLogSettings accessLog,
        @Key(value = "{}", doc = "How upstream names become addresses.") ResolverSettings resolver,
        @Key(value = "{}", doc = "Addresses that are never dialled.")
                DestinationSettings destinations,
        @Key(value = "{}", doc = "Threads and transport; changes need a restart.")
                RuntimeSettings runtime,
        @Key(
                        value = "auto",
                        doc =
                                "Who sees the details of a failure: auto (loopback only), full, public.")
                Expose expose,
        @Key(value = "{}", doc = "Error pages of your own, for browsers; a route's own go first.")
                ErrorPageSettings errorPages,
        @Key(
                        value = "en",
                        form = Form.LANGUAGE,
                        doc =
                                "Language of our answers to clients that ask for none of en, es, ru, zh.")
                String language,
        @Key(
                        value = "30s",
                        doc =
                                "Longest wait for running exchanges when the process is asked to stop.")
                java.time.Duration drain) {

    /// The files of all error pages.
    public Set<Path> errorPageFiles() {
        return Stream.concat(Stream.of(errorPages), routes.stream().map(RouteSettings::errorPages))
                .map(ErrorPageSettings::html)
                .filter(file -> !file.isEmpty())
                .map(file -> Path.of(file).toAbsolutePath())
                .collect(Collectors.toSet());
    }
}
