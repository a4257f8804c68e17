package dev.goodgate.logs.sign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The signs of applications and of the databases and caches behind them: each line below shows
/// exactly the sign before it, and lines of healthy days show none that tells of a failure.
final class AppSignsTest {
    private static final List<String> FILES =
            List.of(
                    "node",
                    "python",
                    "uwsgi",
                    "ruby",
                    "java",
                    "dotnet",
                    "mysql",
                    "postgresql",
                    "redis",
                    "mongodb-elastic-rabbit");

    private static final List<Sign> SIGNS = read();

    private static final String FAILING =
            """
            node.proxy.refused.localhost | [HPM] Error occurred while proxying request shop.test:3000/api/cart to http://localhost:4000/ [ECONNREFUSED] (https://nodejs.org/api/errors.html)
            node.proxy.refused | [HPM] Error occurred while trying to proxy request /api/cart from shop.test:3000 to http://127.0.0.1:4000 (ECONNREFUSED) (https://nodejs.org/api/errors.html)
            node.proxy.refused.localhost | Proxy error: Could not proxy request /api/cart from shop.test:3000 to http://localhost:4000/.
            node.proxy.refused | Proxy error: Could not proxy request /api/cart from shop.test:3000 to http://cart.internal:4000/.
            node.proxy.refused.bare | Request failed to proxy: ECONNREFUSED
            node.proxy.vite | [vite] http proxy error: /api/cart
            node.proxy.refused | Failed to proxy http://cart.internal:4000/api Error: connect ECONNREFUSED 10.0.0.7:4000
            node.proxy.hangup | Failed to proxy http://localhost:4000/api Error: socket hang up
            node.proxy.reset | [HPM] Error occurred while proxying request shop.test/api to https://cart.internal/ [ECONNRESET] (https://nodejs.org/api/errors.html)
            node.proxy.notfound | [HPM] Error occurred while proxying request shop.test/api to http://cart.internal/ [ENOTFOUND] (https://nodejs.org/api/errors.html)
            node.proxy.timeout | [HPM] Error occurred while proxying request shop.test/api to http://10.0.0.9/ [ETIMEDOUT] (https://nodejs.org/api/errors.html)
            node.connect.refused | Error: connect ECONNREFUSED 10.0.0.7:8080
            node.connect.refused.both | AggregateError [ECONNREFUSED]:
            node.connect.timeout | Error: connect ETIMEDOUT 192.0.2.44:443
            node.connect.unreachable | Error: connect EHOSTUNREACH 10.0.0.7:8080
            node.connect.socket.missing | Error: connect ENOENT /run/shop/app.sock
            node.dns.notfound | Error: getaddrinfo ENOTFOUND cart.internal
            node.dns.again | Error: getaddrinfo EAI_AGAIN cart
            node.reset | Error: read ECONNRESET
            node.hangup | Error: socket hang up
            node.undici.closed | TypeError: fetch failed cause: SocketError: other side closed code: 'UND_ERR_SOCKET'
            node.undici.headers.timeout | HeadersTimeoutError: Headers Timeout Error
            node.port.taken | Error: listen EADDRINUSE: address already in use :::3000
            node.parse.header.overflow | Error: Parse Error: Header overflow code: 'HPE_HEADER_OVERFLOW'
            node.parse.constant | Error: Parse Error: Expected HTTP/ code: 'HPE_INVALID_CONSTANT'
            node.parse.header | Error: Parse Error: Invalid header value char code: 'HPE_INVALID_HEADER_TOKEN'
            node.parse.framing | Error: Parse Error: Content-Length can't be present with Transfer-Encoding
            node.tls.wrong.version | Error: write EPROTO 00A1:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:../deps/openssl/record.c:354:
            node.tls.handshake | Error: write EPROTO 00A1:error:0A000410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure
            node.tls.untrusted | Error: unable to verify the first certificate
            node.tls.name | Error [ERR_TLS_CERT_ALTNAME_INVALID]: Hostname/IP does not match certificate's altnames: Host: cart.internal.
            node.tls.disconnected | Error: Client network socket disconnected before secure TLS connection was established
            node.memory.heap | FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory
            node.module.missing | Error: Cannot find module '/srv/shop/server.js'
            node.pool.knex | KnexTimeoutError: Knex: Timeout acquiring a connection. The pool is probably full.
            node.db.refused | SequelizeConnectionRefusedError: connect ECONNREFUSED 10.0.0.8:5432
            node.pool.prisma | Timed out fetching a new connection from the connection pool. (Current connection pool timeout: 10, connection limit: 5)
            node.db.refused | Can't reach database server at `db`:`5432`
            gunicorn.worker.timeout | [2031-01-05 10:11:12 +0000] [77] [CRITICAL] WORKER TIMEOUT (pid:91)
            gunicorn.worker.sigkill | [2031-01-05 10:11:12 +0000] [77] [ERROR] Worker (pid:91) was sent SIGKILL! Perhaps out of memory?
            gunicorn.boot.failed | [2031-01-05 10:11:12 +0000] [91] [ERROR] Exception in worker process
            gunicorn.port.taken | [2031-01-05 10:11:12 +0000] [77] [ERROR] Connection in use: ('0.0.0.0', 8000)
            gunicorn.request.invalid | [2031-01-05 10:11:12 +0000] [91] [WARNING] Invalid request from ip=192.0.2.7: Invalid HTTP request line: ''
            gunicorn.request.tls | [2031-01-05 10:11:12 +0000] [91] [WARNING] Invalid request from ip=192.0.2.7: Invalid HTTP method: '\\x16\\x03\\x01'
            gunicorn.request.large | [2031-01-05 10:11:12 +0000] [91] [WARNING] Request Line is too large (5012 > 4094)
            gunicorn.stopping | [2031-01-05 10:11:12 +0000] [77] [INFO] Handling signal: term
            uvicorn.import | ERROR:    Error loading ASGI app. Could not import module "shop.main".
            uvicorn.startup | ERROR:    Application startup failed. Exiting.
            waitress.queue | WARNING:waitress.queue:Task queue depth is 7
            python.import | ModuleNotFoundError: No module named 'shop'
            python.memory | MemoryError
            python.port | OSError: [Errno 98] Address already in use
            python.host | django.core.exceptions.DisallowedHost: Invalid HTTP_HOST header: 'app.internal:8000'.
            python.pool | sqlalchemy.exc.TimeoutError: QueuePool limit of size 5 overflow 10 reached, connection timed out, timeout 30.00
            python.sqlite.locked | sqlite3.OperationalError: database is locked
            python.http.refused | HTTPConnectionPool(host='cart', port=80): Max retries exceeded with url: / (Caused by NewConnectionError('Failed to establish a new connection: [Errno 111] Connection refused'))
            python.http.dns | HTTPConnectionPool(host='cart', port=80): Max retries exceeded with url: / (Caused by NameResolutionError("Failed to resolve 'cart' ([Errno -2] Name or service not known)"))
            python.tls.cert | HTTPSConnectionPool(host='cart', port=443): Max retries exceeded with url: / (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed')))
            python.tls.version | HTTPSConnectionPool(host='cart', port=443): Max retries exceeded with url: / (Caused by SSLError(SSLError(1, '[SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1007)')))
            python.http.closed | requests.exceptions.ConnectionError: ('Connection aborted.', RemoteDisconnected('Remote end closed connection without response'))
            redis.connect.refused | [ERROR/MainProcess] consumer: Cannot connect to redis://cache.internal:6379/0: Error 111 connecting to cache.internal:6379. Connection refused..
            uwsgi.request.block.size | invalid request block size: 9120 (max 4096)...skip
            uwsgi.request.http.to.uwsgi | invalid request block size: 21573 (max 4096)...skip
            uwsgi.harakiri | *** HARAKIRI ON WORKER 3 (pid: 91, try: 1) ***
            uwsgi.queue.full | *** uWSGI listen queue of socket "/run/shop.sock" (fd: 3) full !!! (101/100) ***
            uwsgi.worker.killed | DAMN ! worker 2 (pid: 91) died, killed by signal 9 :( trying respawn ...
            uwsgi.worker.segfault | DAMN ! worker 2 (pid: 91) died, killed by signal 11 :( trying respawn ...
            uwsgi.app.none | --- no python application found, check your startup logs for errors ---
            uwsgi.response.broken | uwsgi_response_write_body_do(): Broken pipe [core/writer.c line 341] during GET /cart (10.0.0.3)
            uwsgi.bind | probably another instance of uWSGI is running on the same address (:8000).
            uwsgi.queue.limited | your server socket listen backlog is limited to 100 connections
            puma.worker.timeout | [77] ! Terminating timed out worker (Worker 1 failed to check in within 60 seconds): 91
            puma.parse.tls | HTTP parse error, malformed request: #<Puma::HttpParserError: Invalid HTTP format, parsing fails. Are you trying to open an SSL connection to a non-SSL Puma?>
            unicorn.worker.timeout | E, ERROR -- : worker=2 PID:91 timeout (61s > 60s), killing
            passenger.start.failed | [ E 2031-01-05 10:11 77/T4 age/Cor/App/Implementation.cpp:221 ]: Could not spawn process for application /srv/shop: An error occurred while starting the web application.
            passenger.queue.full | [ W 2031-01-05 10:11 77/T4 age/Cor/Con/CheckoutSession.cpp:283 ]: Request queue is full. Returning an error
            ruby.start.failed | A server is already running. Check /srv/shop/tmp/pids/server.pid.
            ruby.port | Address already in use - bind(2) for "0.0.0.0" port 3000 (Errno::EADDRINUSE)
            ruby.timeout | Rack::Timeout::RequestTimeoutException (Request ran for longer than 15000ms)
            ruby.deadlock | No live threads left. Deadlock? (fatal)
            ruby.pool | ActiveRecord::ConnectionTimeoutError: could not obtain a connection from the pool within 5.000 seconds
            ruby.redis | Redis::CannotConnectError (Connection lost (ETIMEDOUT))
            java.memory.heap | java.lang.OutOfMemoryError: GC overhead limit exceeded
            java.memory.threads | java.lang.OutOfMemoryError: unable to create new native thread
            java.memory.parachute | SEVERE: Memory usage is low, parachute is non existent, your system may start failing.
            java.crash | # A fatal error has been detected by the Java Runtime Environment:
            java.port.taken | Web server failed to start. Port 8080 was already in use.
            java.ajp.secret | The AJP Connector is configured with secretRequired="true" but the secret attribute is either null or "".
            java.connector.failed | Failed to start component [Connector[HTTP/1.1-8080]]
            java.spring.failed | APPLICATION FAILED TO START
            java.spring.bean | Error creating bean with name 'cartService': Invocation of init method failed
            java.tomcat.threads | All threads (200) are currently busy, waiting. Increase maxThreads (200) or check the servlet status
            java.header.large | java.lang.IllegalArgumentException: Request header is too large
            java.parse.method | java.lang.IllegalArgumentException: Invalid character found in method name [0x160x030x01]. HTTP method names must be tokens
            java.parse.header | INFO Error parsing HTTP request header Note: further occurrences will be logged at DEBUG level.
            java.client.aborted | org.apache.catalina.connector.ClientAbortException: java.io.IOException: Broken pipe
            java.jetty.idle | java.util.concurrent.TimeoutException: Idle timeout expired: 30001/30000 ms
            java.connect.refused | io.netty.channel.AbstractChannel$AnnotatedConnectException: Connection refused: cart.internal/10.0.0.7:8080
            java.connect.timeout | io.netty.channel.ConnectTimeoutException: connection timed out: cart.internal/10.0.0.7:8080
            java.dns | java.net.UnknownHostException: cart.internal: Name or service not known
            java.closed.early | reactor.netty.http.client.PrematureCloseException: Connection prematurely closed BEFORE response
            java.pool.pending | PoolAcquireTimeoutException: Pool#acquire(Duration) has been pending for more than the configured timeout of 45000ms
            java.gateway.instance | 503 SERVICE_UNAVAILABLE "Unable to find instance for cart"
            java.tls.untrusted | sun.security.validator.ValidatorException: PKIX path building failed
            java.tls.plain | javax.net.ssl.SSLException: Unsupported or unrecognized SSL message
            java.tls.version | javax.net.ssl.SSLHandshakeException: Received fatal alert: protocol_version
            java.tls.sni | javax.net.ssl.SSLProtocolException: handshake alert: unrecognized_name
            java.pool.hikari | HikariPool-1 - Connection is not available, request timed out after 30000ms (total=10, active=10, idle=0, waiting=4)
            java.pool.hikari.empty | HikariPool-1 - Connection is not available, request timed out after 30000ms (total=0, active=0, idle=0, waiting=4)
            java.jdbc.link | CommunicationsException: Communications link failure
            java.kafka | Connection to node -1 (kafka/10.0.0.6:9093) could not be established. Broker may not be available.
            java.redis | Unable to connect to Redis; nested exception is io.lettuce.core.RedisConnectionException
            dotnet.connect.refused | No connection could be made because the target machine actively refused it. (cart.internal:5001)
            dotnet.connect.timeout | A connection attempt failed because the connected party did not properly respond after a period of time
            dotnet.port | System.IO.IOException: Failed to bind to address http://127.0.0.1:5000: address already in use.
            dotnet.tls.name | The remote certificate is invalid according to the validation procedure: RemoteCertificateNameMismatch
            dotnet.tls.plain | Cannot determine the frame size or a corrupted frame was received.
            yarp.request | Request: An error was encountered before receiving a response.
            yarp.none | No available destinations after load balancing for cluster 'cart'.
            dotnet.pool | Timeout expired. The timeout period elapsed prior to obtaining a connection from the pool.
            dotnet.connect.local | An operation on a socket could not be performed because the system lacked sufficient buffer space or because a queue was full.
            mysql.connect.socket | Can't connect to local MySQL server through socket '/run/mysqld/mysqld.sock' (2)
            mysql.connect.refused | (2003, "Can't connect to MySQL server on 'db' ([Errno 111] Connection refused)")
            mysql.connect.refused | Error: connect ECONNREFUSED 10.0.0.8:3306
            mysql.lost | Lost connection to MySQL server during query
            mysql.limit | ERROR 1040 (HY001): Too many connections
            mysql.server.memory | [ERROR] InnoDB: Cannot allocate memory for the buffer pool
            mysql.server.port | [ERROR] Can't start server: Bind on TCP/IP port: Address already in use
            mysql.server.crashed.table | Table './shop/cart' is marked as crashed and should be repaired
            mysql.server.aborted | [Note] Aborted connection 17 to db: 'shop' user: 'shop' host: '10.0.0.3' (Got an error reading communication packets)
            postgresql.connect.refused | psycopg2.OperationalError: could not connect to server: Connection refused Is the server running on host "db" (10.0.0.8) and accepting TCP/IP connections on port 5432?
            postgresql.connect.refused | connection to server at "db" (10.0.0.8), port 5432 failed: Connection refused
            postgresql.limit | FATAL:  sorry, too many clients already
            postgresql.starting | FATAL:  the database system is starting up
            postgresql.connect.host | could not translate host name "db" to address: Name or service not known
            postgresql.server.bind | LOG:  could not bind IPv4 address "0.0.0.0": Address already in use
            postgresql.server.start | PANIC:  could not locate a valid checkpoint record
            postgresql.connect.reset | server closed the connection unexpectedly
            redis.connect.refused | Error: connect ECONNREFUSED 10.0.0.9:6379
            redis.connect.refused | redis.exceptions.ConnectionError: Error 111 connecting to cache:6379. Connection refused.
            redis.misconf | MISCONF Redis is configured to save RDB snapshots, but it is currently not able to persist on disk.
            redis.memory | OOM command not allowed when used memory > 'maxmemory'.
            redis.limit | ERR max number of clients reached
            redis.server.bind | Could not create server TCP listening socket *:6379: bind: Address already in use
            memcached.connect.refused | connect ECONNREFUSED 10.0.0.9:11211
            mongodb.connect.refused | MongooseServerSelectionError: connect ECONNREFUSED 10.0.0.9:27017
            mongodb.connect.selection | MongoServerSelectionError: Server selection timed out after 30000 ms
            mongodb.server.start | exception in initAndListen: DBPathInUse: Unable to lock the lock file: /data/db/mongod.lock
            elasticsearch.connect | NoNodeAvailableException[None of the configured nodes are available: [{#transport#-1}]]
            elasticsearch.block | cluster_block_exception: index [shop] blocked by: [TOO_MANY_REQUESTS/12/disk usage exceeded flood-stage watermark
            rabbitmq.connect | pika.exceptions.AMQPConnectionError: Connection to 10.0.0.9:5672 failed
            """;

    private static final String HEALTHY =
            """
            Server listening on http://0.0.0.0:3000
            Example app listening on port 3000
            [HPM] Proxy created: /api -> http://cart.internal:4000
            > shop@1.0.0 start
            GET /error-502.html 200 3.114 ms - 512
            GET /econnrefused.html HTTP/1.1 200 1.2 ms
            PM2 | App [api:0] online
            [2031-01-05 10:11:12 +0000] [77] [INFO] Starting gunicorn 23.0.0
            [2031-01-05 10:11:12 +0000] [77] [INFO] Listening at: http://0.0.0.0:8000 (77)
            [2031-01-05 10:11:12 +0000] [91] [INFO] Booting worker with pid: 91
            INFO:     Application startup complete.
            INFO:     10.0.0.3:51000 - "GET /cart HTTP/1.1" 200 OK
            *** Operational MODE: preforking ***
            WSGI app 0 (mountpoint='') ready in 1 seconds on interpreter 0x55 pid: 77 (default app)
            your mercy for graceful operations on workers is 60 seconds
            [pid: 91|app: 0|req: 1/1] 10.0.0.3 () {40 vars in 700 bytes} [Sun Jan 5 10:11:12 2031] GET /cart => generated 12 bytes in 2 msecs (HTTP/1.1 200)
            * Listening on http://0.0.0.0:3000
            Completed 200 OK in 12ms (Views: 3.1ms, ActiveRecord: 1.0ms)
            INFO [main] org.apache.catalina.startup.Catalina.start Server startup in [1234] milliseconds
            Started ShopApplication in 3.2 seconds (process running for 3.9)
            HikariPool-1 - Start completed.
            Tomcat started on port 8080 (http) with context path ''
            info: Microsoft.Hosting.Lifetime[14] Now listening on: http://[::]:8080
            info: Yarp.ReverseProxy.Forwarder.HttpForwarder[9] Proxying to http://cart.internal/api HTTP/2 RequestVersionOrLower
            [Note] mysqld: ready for connections.
            LOG:  database system is ready to accept connections
            LOG:  checkpoint complete: wrote 12 buffers (0.1%); 0 WAL file(s) added
            * Ready to accept connections tcp
            Waiting for connections on port 27017
            Server startup complete; 4 plugins started.
            {"responseSize":512,"requestTimedOut":false,"status":200}
            """;

    @ParameterizedTest
    @MethodSource("failing")
    void a_line_shows_exactly_its_sign(String row) {
        int bar = row.indexOf(" | ");
        String line = row.substring(bar + 3);
        assertEquals(List.of(row.substring(0, bar)), seen(line, SIGNS), line);
    }

    @ParameterizedTest
    @MethodSource("healthy")
    void a_healthy_line_tells_of_no_failure(String line) {
        List<Sign> failures = SIGNS.stream().filter(sign -> !sign.note()).toList();
        assertEquals(List.of(), seen(line, failures), line);
    }

    @Test
    void every_sign_is_named_once_and_shares_out_at_most_the_whole() {
        Set<String> ids = new HashSet<>();
        List<String> faults = new ArrayList<>();
        for (Sign sign : SIGNS) {
            int sum = sign.causes().values().stream().mapToInt(Integer::intValue).sum();
            if (!ids.add(sign.id()) || sum > 100) faults.add(sign.place());
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void every_pattern_has_words_long_enough_to_search_for() {
        List<String> faults = new ArrayList<>();
        for (Sign sign : SIGNS) {
            for (Pattern pattern : sign.patterns()) {
                if (pattern.longest().length() < 5) faults.add(sign.place());
            }
        }
        assertEquals(List.of(), faults);
    }

    static Stream<String> failing() {
        return FAILING.lines();
    }

    static Stream<String> healthy() {
        return HEALTHY.lines();
    }

    private static List<String> seen(String line, List<Sign> signs) {
        String small = line.toLowerCase(Locale.ROOT);
        return signs.stream().filter(sign -> sign.in(small)).map(Sign::id).toList();
    }

    private static List<Sign> read() {
        List<Sign> signs = new ArrayList<>();
        for (String file : FILES) {
            String name = file + ".signs";
            try (InputStream in =
                    Objects.requireNonNull(AppSignsTest.class.getResourceAsStream(name), name)) {
                signs.addAll(SignFile.read(name, new String(in.readAllBytes(), UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return signs;
    }
}
