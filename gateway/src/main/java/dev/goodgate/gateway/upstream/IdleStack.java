package dev.goodgate.gateway.upstream;

import org.jspecify.annotations.Nullable;

/// The idle connections of one endpoint on one loop, the youngest on top. Intrusive: costs no
/// allocation.
final class IdleStack {
    private @Nullable UpstreamConnection youngest;
    private @Nullable UpstreamConnection oldest;

    void push(UpstreamConnection connection) {
        connection.older = youngest;
        connection.younger = null;
        if (youngest == null) oldest = connection;
        else youngest.younger = connection;
        youngest = connection;
    }

    @Nullable UpstreamConnection youngest() {
        return youngest;
    }

    @Nullable UpstreamConnection oldest() {
        return oldest;
    }

    void remove(UpstreamConnection connection) {
        UpstreamConnection older = connection.older;
        UpstreamConnection younger = connection.younger;
        if (younger == null) youngest = older;
        else younger.older = older;
        if (older == null) oldest = younger;
        else older.younger = younger;
        connection.older = null;
        connection.younger = null;
    }
}
