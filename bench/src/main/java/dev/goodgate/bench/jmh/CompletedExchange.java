package dev.goodgate.bench.jmh;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.goodgate.gateway.config.ConfigFile;
import dev.goodgate.gateway.config.Settings;
import dev.goodgate.gateway.record.Clocks;
import dev.goodgate.gateway.record.ExchangeRecord;
import dev.goodgate.gateway.record.FlightRecorder;
import dev.goodgate.gateway.route.Route;
import dev.goodgate.gateway.route.RouteTable;
import dev.goodgate.http.Head;
import dev.goodgate.http.Limits;
import dev.goodgate.http.Progress;
import dev.goodgate.http.RequestParser;
import dev.goodgate.http.ResponseParser;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// One exchange that goes well, less its sockets: the request's head is parsed and its route found,
/// the response's head parsed, and the exchange recorded. Run with `-prof gc`: it must allocate
/// nothing.
@State(Scope.Thread)
public class CompletedExchange {
    private static final String REQUEST =
            """
            GET /api/items/17?page=2 HTTP/1.1
            Host: www.good.test
            User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0
            Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8
            Accept-Language: en-GB,en;q=0.5
            Accept-Encoding: gzip, deflate, br
            Cookie: session=0123456789abcdef0123456789abcdef; theme=dark
            Referer: https://www.good.test/api/items?page=1

            """;

    private static final String RESPONSE =
            """
            HTTP/1.1 200 OK
            Server: application
            Date: Sun, 22 Nov 2026 03:00:00 GMT
            Content-Type: application/json
            Content-Length: 64
            Cache-Control: private, max-age=0
            Set-Cookie: session=0123456789abcdef0123456789abcdef; Path=/; HttpOnly

            """;

    private static final String CONFIGURATION =
            """
            listeners: [ { address: "127.0.0.1:8080" } ]
            routes:
              - { name: deny, match: { path: /__deny }, respond: { status: 403, body: no } }
              - { name: other, match: { hosts: [other.test], path: / }, upstream: app }
              - { name: items, match: { hosts: [good.test, www.good.test], path: /api/items }, upstream: app }
              - { name: rest, match: { hosts: [good.test, www.good.test], path: / }, upstream: app }
            upstreams: { app: { endpoints: ["http://127.0.0.1:3000"] } }
            access-log: { to: "TARGET", format: FORM }
            """;

    private final ByteBuf request = octets(REQUEST);
    private final ByteBuf response = octets(RESPONSE);
    private final Head requestHead = new Head();
    private final Head responseHead = new Head();
    private final RequestParser requests = new RequestParser(Limits.requests());
    private final ResponseParser responses = new ResponseParser(Limits.responses());
    private final ExchangeRecord exchange = new ExchangeRecord();
    private final InetSocketAddress client =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 50_000);

    /// Where the access log goes, and in which form.
    @Param({"off json", "/dev/null json", "/dev/null combined"})
    public String accessLog = "off json";

    private Parts parts = Parts.of("off json");

    /// What a configuration makes.
    private record Parts(RouteTable routes, FlightRecorder recorder) {
        static Parts of(String accessLog) {
            String[] words = accessLog.split(" ", -1);
            String text = CONFIGURATION.replace("TARGET", words[0]).replace("FORM", words[1]);
            if (!(ConfigFile.read("bench.yaml", text, Map.of())
                    instanceof ConfigFile.Reading.Loaded(Settings settings, var _, var _))) {
                throw new IllegalStateException("configuration refused:\n" + text);
            }
            Clocks clocks = new Clocks(() -> 1_795_316_400_000L, () -> 1, new SecureRandom());
            try {
                return new Parts(
                        RouteTable.of(settings),
                        FlightRecorder.start(settings, clocks, System.err::println));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static ByteBuf octets(String text) {
        return Unpooled.directBuffer().writeBytes(text.replace("\n", "\r\n").getBytes(US_ASCII));
    }

    /// Reads the configuration once.
    @Setup(Level.Trial)
    public void start() {
        parts.recorder().close();
        parts = Parts.of(accessLog);
    }

    /// Ends the writer of the access log.
    @TearDown(Level.Trial)
    public void stop() {
        parts.recorder().close();
    }

    /// The whole of it; the result keeps the compiler from leaving anything out.
    @Benchmark
    public int exchange() {
        requests.reset();
        Progress asked = requests.parse(request.readerIndex(0), requestHead);
        Route route = parts.routes().find(requestHead, null);
        responses.reset(requestHead.methodId());
        Progress answered = responses.parse(response.readerIndex(0), responseHead);
        record(route.settings().name());
        boolean whole = asked == Progress.DONE && answered == Progress.DONE;
        int seen = whole ? responseHead.status() : 0;
        requestHead.clear();
        responseHead.clear();
        exchange.clear();
        return seen;
    }

    private void record(String route) {
        exchange.startMillis = 1_795_316_400_000L;
        exchange.startNanos = 1_000;
        exchange.headReadNanos = 2_000;
        exchange.requestSentNanos = 5_000;
        exchange.firstByteNanos = 500_000;
        exchange.responseHeadNanos = 501_000;
        exchange.endNanos = 510_000;
        exchange.request = requestHead;
        exchange.response = responseHead;
        exchange.client = client;
        exchange.listener = "127.0.0.1:8080";
        exchange.route = route;
        exchange.upstream = "app";
        exchange.endpoint = "127.0.0.1:3000";
        exchange.status = responseHead.status();
        exchange.receivedStatus = exchange.status;
        exchange.responseBodyOctets = 64;
        exchange.clientSentOctets = 300;
        exchange.attempts = 1;
        exchange.reused = true;
        parts.recorder().completed(exchange);
    }
}
