package dev.goodgate.gateway.policy;

import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.RetryGrade;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.gateway.outcome.Trouble;
import dev.goodgate.gateway.outcome.Violations;
import dev.goodgate.gateway.route.Route;
import dev.goodgate.gateway.route.RouteTable;
import dev.goodgate.http.FieldName;
import dev.goodgate.http.Framing;
import dev.goodgate.http.Head;
import dev.goodgate.http.Method;
import dev.goodgate.http.PathViews;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Whether a well-formed request is served at all, and by which route. The order of the questions
/// is part of the policy: method, expectation, path, host, rule, size, loop, memory. Belongs to one
/// client connection.
public final class Admission {
    private final byte[] pseudonym;
    private PathViews.@Nullable Views views;
    private @Nullable Route route;

    /// `pseudonym` is our name in Via and CDN-Loop.
    public Admission(String pseudonym) {
        this.pseudonym = pseudonym.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Why it is refused, null when it is not.
    public @Nullable Trouble judge(Head request, RouteTable routes, MemoryLevel memory) {
        views = null;
        route = null;
        int method = request.methodId();
        if (method == Method.CONNECT) return refuse(405, "CONNECT is not served");
        if (request.unknownExpectation()) {
            return refuse(417, "an expectation other than 100-continue");
        }
        if (method == Method.TRACE) return refuse(405, "TRACE is not served");
        if (!request.plainPath()) {
            switch (PathViews.of(request.octets(), request.pathStart(), request.pathEnd())) {
                case PathViews.Refused(var violation) -> {
                    return Violations.request(violation);
                }
                case PathViews.Views seen -> views = seen;
            }
        }
        return routed(request, routes, memory);
    }

    private @Nullable Trouble routed(Head request, RouteTable routes, MemoryLevel memory) {
        Route found = routes.find(request, views);
        if (found == RouteTable.NO_HOST) return refuse(421, "no route serves this host");
        if (found == RouteTable.NO_METHOD) return refuse(405, "no route serves this method");
        if (found == RouteTable.NO_PATH)
            return Trouble.of(Symptom.ROUTE_NONE, "no route serves this path");
        route = found;
        if (found.denies()) return null;
        long limit = found.settings().maxBody().octets();
        if (request.framing() == Framing.LENGTH && request.contentLength() > limit) {
            return Trouble.of(
                            Symptom.CLIENT_TOO_LARGE,
                            "the request body is larger than the route allows",
                            new Evidence.LimitReached("routes.max-body", limit + " octets"))
                    .withStatus(413);
        }
        if (cameBack(request))
            return Trouble.of(Symptom.PROXY_LOOP, "the request carries our own Via");
        return switch (memory) {
            case PLENTY, NO_KEEP_ALIVE -> null;
            case SHED, STOP ->
                    Trouble.of(
                            Symptom.PROXY_OVERLOAD,
                            "memory in use is above the limit",
                            new Evidence.LimitReached("limits.memory-shed", "percent"));
        };
    }

    private static Trouble refuse(int status, String why) {
        return Trouble.of(Symptom.CLIENT_BAD_REQUEST, why)
                .withStatus(status)
                .withRetry(RetryGrade.NEVER);
    }

    /// Our pseudonym in Via or CDN-Loop (RFC 9110 section 7.6.3, RFC 8586): the request has been
    /// here.
    private boolean cameBack(Head request) {
        return mentions(request, FieldName.VIA) || mentions(request, FieldName.CDN_LOOP);
    }

    private boolean mentions(Head request, int name) {
        for (int f = request.first(name); f >= 0; f = request.next(f)) {
            if (contains(request.octets(), request.valueStart(f), request.valueEnd(f))) return true;
        }
        return false;
    }

    private boolean contains(byte[] octets, int from, int to) {
        byte[] wanted = pseudonym;
        for (int at = from; at <= to - wanted.length; at++) {
            if (octets[at] != wanted[0]) continue;
            if (java.util.Arrays.equals(octets, at, at + wanted.length, wanted, 0, wanted.length))
                return true;
        }
        return false;
    }

    /// The route it takes; after [#judge] had no objection.
    public Route route() {
        return java.util.Objects.requireNonNull(route, "route: none (expected: judge first)");
    }

    /// The path in its forms, null when it has but one; after [#judge] had no objection.
    public PathViews.@Nullable Views views() {
        return views;
    }

    /// Whether the gateway itself answers: OPTIONS of the whole server, or at the end of its
    /// Max-Forwards (RFC 9110 sections 7.6.2 and 9.3.7).
    public boolean local(Head request) {
        if (request.methodId() != Method.OPTIONS || route().denies()) return false;
        if (request.pathEnd() - request.pathStart() == 1
                && request.octets()[request.pathStart()] == '*') return true;
        return MaxForwards.of(request) == 0;
    }
}
