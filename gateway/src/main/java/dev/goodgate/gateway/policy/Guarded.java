package dev.goodgate.gateway.policy;

import dev.goodgate.http.Head;
import java.util.Locale;
import java.util.Set;

/// Response fields on which the client's safety rests: an upstream cannot have them removed by
/// naming them in Connection.
public final class Guarded {
    private static final Set<String> NAMES =
            Set.of(
                    "strict-transport-security",
                    "content-security-policy",
                    "content-security-policy-report-only",
                    "x-frame-options",
                    "x-content-type-options",
                    "referrer-policy",
                    "permissions-policy",
                    "cross-origin-opener-policy",
                    "cross-origin-embedder-policy",
                    "cross-origin-resource-policy",
                    "access-control-allow-origin",
                    "etag",
                    "last-modified",
                    "vary");

    private Guarded() {}

    /// Whether field `f` of that head is one of them.
    public static boolean field(Head head, int f) {
        return NAMES.contains(
                head.text(head.nameStart(f), head.nameEnd(f)).toLowerCase(Locale.ROOT));
    }
}
