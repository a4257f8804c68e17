package dev.goodgate.gateway.record;

import dev.goodgate.diagnosis.Attempt;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.RetryGrade;
import dev.goodgate.diagnosis.Symptom;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What one exchange left behind: primitive fields in an object its connection reuses, so that a
/// completed exchange costs no allocation. Owned by the event loop of its exchange; whoever wants
/// to keep anything copies it before the call returns.
///
/// Times are `System.nanoTime()` values, 0 when that point was not reached. Octets are those of the
/// wire.
public final class ExchangeRecord {
    /// Milliseconds since 1970 at which the first octet of the request was seen.
    public long startMillis;

    public long startNanos;
    public long headReadNanos;
    public long requestReadNanos;
    public long selectedNanos;
    public long connectedNanos;
    public long requestSentNanos;
    public long firstByteNanos;
    public long responseHeadNanos;
    public long endNanos;

    /// The head of the request in a slab that belongs to the exchange: copy what you keep. Spans as
    /// in `dev.goodgate.http.Head`; null when no head was understood.
    public dev.goodgate.http.@Nullable Head request;

    /// The head of the upstream's response, null when there was none. Same ownership.
    public dev.goodgate.http.@Nullable Head response;

    /// The request id sent upstream: kept from the client where it was well formed, else made here.
    /// ASCII.
    public final byte[] requestId = new byte[64];

    public int requestIdLength;

    public @Nullable SocketAddress client;
    public @Nullable SocketAddress local;
    public @Nullable SocketAddress upstreamLocal;

    /// Names from configuration, empty when the exchange did not get that far.
    public String listener = "";

    public String route = "";
    public String upstream = "";

    /// The endpoint's address as text, empty when none was chosen. Pre-rendered: no allocation.
    public String endpoint = "";

    /// The status the client got, or would have got (499 for a client that left).
    public int status;

    /// The origin's own status when its answer was relayed, else 0.
    public int receivedStatus;

    public long requestBodyOctets;
    public long responseBodyOctets;
    public long clientReceivedOctets;
    public long clientSentOctets;

    public long upstreamSentOctets;
    public long upstreamReceivedOctets;

    /// Tries made, 0 when no endpoint was dialled. Details only for those that failed.
    public int attempts;

    public boolean reused;
    public long idleNanos;

    /// False when the client could see that the body was cut.
    public boolean complete = true;

    /// Failed tries before the one that counted, and its own; empty on the fast path.
    public final List<Attempt> failedAttempts = new ArrayList<>(0);

    /// The grade under which the last failed try was repeated, or the failure is judged; for the
    /// log.
    public RetryGrade retry = RetryGrade.NOT_A_FAILURE;

    /// Repairs and retries on the way to a success; empty on the fast path.
    public final List<Symptom> observations = new ArrayList<>(0);

    /// Evidence gathered on the way, kept for an incident.
    public final List<Evidence> evidence = new ArrayList<>(0);

    /// TCP_INFO of the upstream connection as one line of `name=value`, empty when the transport
    /// gives none.
    public String tcpInfo = "";

    private @Nullable SocketAddress renderedClient;
    private byte[] clientText = new byte[0];

    /// The client's address as text, ASCII; rendered once a connection.
    byte[] clientText() {
        if (!Objects.equals(renderedClient, client)) {
            clientText = Addresses.text(client).getBytes(StandardCharsets.US_ASCII);
            renderedClient = client;
        }
        return clientText;
    }

    /// Back to the state before an exchange.
    public void clear() {
        startMillis = 0;
        startNanos = 0;
        headReadNanos = 0;
        requestReadNanos = 0;
        selectedNanos = 0;
        connectedNanos = 0;
        requestSentNanos = 0;
        firstByteNanos = 0;
        responseHeadNanos = 0;
        endNanos = 0;
        request = null;
        response = null;
        requestIdLength = 0;
        upstreamLocal = null;
        route = "";
        upstream = "";
        endpoint = "";
        status = 0;
        receivedStatus = 0;
        requestBodyOctets = 0;
        responseBodyOctets = 0;
        clientReceivedOctets = 0;
        clientSentOctets = 0;
        upstreamSentOctets = 0;
        upstreamReceivedOctets = 0;
        attempts = 0;
        reused = false;
        idleNanos = 0;
        complete = true;
        retry = RetryGrade.NOT_A_FAILURE;
        tcpInfo = "";
        if (!failedAttempts.isEmpty()) failedAttempts.clear();
        if (!observations.isEmpty()) observations.clear();
        if (!evidence.isEmpty()) evidence.clear();
    }
}
