package dev.goodgate.diagnosis.fingerprint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What sort of failure an error page reports, coarser than a symptom: a page seldom says more.
public enum FailureClass {
    /// The server behind could not be talked to, for one of several reasons.
    UPSTREAM,
    /// No connection to the server behind.
    UNREACHABLE,
    /// The name of the server behind has no address.
    NAME,
    /// TLS with the server behind failed.
    TLS,
    /// The server behind was too slow.
    TIMEOUT,
    /// The server behind hung up.
    CLOSED,
    /// The server behind sent something that is not valid.
    GARBLED,
    /// There is no server to ask, or none in service.
    NO_SERVER,
    /// A limit or a queue is full.
    FULL,
    /// Switched off on purpose.
    MAINTENANCE,
    /// Not up yet, or cannot start.
    STARTING,
    /// More work than it can do.
    OVERLOAD,
    /// The application answered with an error or died while answering.
    APPLICATION,
    /// No route or site for this address.
    ROUTE,
    /// A rule denied the request.
    DENIED,
    /// Too many requests from this visitor.
    RATE,
    /// The request went round in circles.
    LOOP,
    /// The product itself failed.
    PRODUCT,
    /// The request was not acceptable.
    REQUEST,
    /// Something in the visitor's network answered instead.
    NETWORK;

    private static final Map<String, FailureClass> BY_ID =
            Arrays.stream(values())
                    .collect(Collectors.toUnmodifiableMap(FailureClass::id, Function.identity()));

    /// The stable name used in every output, such as `no-server`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The class of that id, empty when there is none.
    static Optional<FailureClass> of(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }
}
