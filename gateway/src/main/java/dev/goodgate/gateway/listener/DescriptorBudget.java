package dev.goodgate.gateway.listener;

/// How many client connections fit into the files that the process may have open. A client may need
/// a second descriptor, for the upstream; and a reserve stays for listeners, logs, the operator and
/// name servers, so that what was accepted can be carried and written down.
///
/// @param limit most open files
/// @param open those that the process needs for itself: jars, listeners, loops
public record DescriptorBudget(int limit, int open) {
    private static final int RESERVE = 48;
    private static final int LEAST = 4;
    private static final double SHARE = 2.2;

    /// Most client connections when `configured` are asked for; 0: as many as can all be carried at
    /// once. More than that is granted on request, since not every client always waits for an
    /// upstream, but never all that is left: an eighth stays for upstream connections.
    int clients(int configured) {
        int left = limit - open - RESERVE;
        if (configured > 0) return Math.min(configured, Math.max(LEAST, left - left / 8));
        return Math.max(LEAST, (int) Math.min(limit / SHARE, left / 2.0));
    }

    /// Most connections to upstreams when so many clients are asked for: what those leave.
    public int upstreams(int configured) {
        return Math.max(LEAST, limit - open - RESERVE - clients(configured));
    }
}
