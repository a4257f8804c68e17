package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The formats that differ only in where time, level, process and message stand, told by their
/// [Form]s; and which heads of messages they have without such a start. The process is the one that
/// the message names, if any.
final class Prefixed implements Dialect {
    /// Gunicorn's error log.
    static final Dialect GUNICORN =
            of("gunicorn", "[%t] [%p] [%l] %m", "%t [%p] [%l] %m")
                    .heads("WORKER TIMEOUT (pid:", "Worker (pid:", "Worker failed to boot");

    /// What uWSGI says beside its requests.
    static final Dialect UWSGI =
            of("uwsgi", "%t - %m")
                    .heads(
                            "*** uWSGI",
                            "*** HARAKIRI",
                            "HARAKIRI",
                            "DAMN ! worker",
                            "invalid request block size",
                            "uwsgi_response_",
                            "SIGPIPE: writing to a closed pipe");

    /// Puma, Unicorn, and Ruby's own logger.
    static final Dialect RUBY =
            of(
                            "puma-rails",
                            "%c, [%t #%p] %l -- %s: %m",
                            "[%p] ! %m",
                            "[%p] - %m",
                            "[%p] * %m",
                            "%t Rack app %m",
                            "%t HTTP parse error, %m")
                    .heads(
                            "HTTP parse error, malformed request",
                            "! Terminating timed out worker",
                            "ActiveRecord::",
                            "ActionController::",
                            "ActionView::",
                            "Puma caught this error");

    /// Phusion Passenger.
    static final Dialect PASSENGER =
            of(
                            "passenger",
                            "[ %c %t %p/%w %w ]: %m",
                            "[ %t %p/%w %w ]: %m",
                            "App %p output: %m",
                            "App %p stdout: %m",
                            "App %p stderr: %m")
                    .heads("*** Exception PhusionPassenger");

    /// Logback, Log4j, Spring Boot, Tomcat, JBoss, `java.util.logging`.
    static final Dialect JAVA =
            of(
                            "java-log",
                            "%t %l %d --- [%s] [%s] %r : %m",
                            "%t %l %d --- [%s] %r : %m",
                            "%t %l [%s] %d --- [%s] %r : %m",
                            "%t [%s] %l [%r] %m",
                            "%t [%s] %l %r - %m",
                            "%t %l [%r] (%s) %m",
                            "%t %l [%s] %r - %m",
                            "%t %l [%s] %r %m",
                            "%t [%s] %l %m",
                            "[%t] [%s] [%l] %m")
                    .heads(
                            "Exception in thread \"",
                            "Caused by: ",
                            "java.",
                            "javax.",
                            "jakarta.",
                            "org.springframework.",
                            "org.apache.",
                            "reactor.netty.",
                            "io.netty.",
                            "SEVERE: ");

    /// Python's logging, Django, Flask, Celery, supervisord.
    static final Dialect PYTHON =
            of(
                            "python-log",
                            "%t - %r - %l - %m",
                            "[%t] %l in %r: %m",
                            "[%t: %l/%w] %m",
                            "[%t] %l [%r] %m",
                            "%t %l exited: %m",
                            "%t [%l] %r: %m",
                            "ERROR:%r:%m",
                            "WARNING:%r:%m",
                            "CRITICAL:%r:%m")
                    .heads(
                            "ERROR:    ",
                            "Traceback (most recent call last)",
                            "django.",
                            "psycopg2.",
                            "sqlalchemy.",
                            "redis.exceptions.",
                            "ConnectionRefusedError:",
                            "OperationalError:");

    /// Go's log, klog, logrus on a terminal.
    static final Dialect GO =
            of("go-log", "%l[%t] %m", "%l[%d] %m")
                    .heads("http: proxy error:", "http: panic serving", "panic: ", "fatal error: ");

    /// MySQL and MariaDB.
    static final Dialect MYSQL = of("mysql-error", "%t %d [%l] %m").heads("InnoDB: ");

    /// PostgreSQL, with the usual values of `log_line_prefix`.
    static final Dialect POSTGRESQL =
            of(
                            "postgresql",
                            "%t [%p] %l: %m",
                            "%t [%p] %w %l: %m",
                            "%t [%p]: %w %w %l: %m",
                            "%t [%p]: %w %l: %m",
                            "%t %w [%p] %l: %m",
                            "%t %w [%p] %w %l: %m",
                            "%t %w [%p]: %w %w %l: %m",
                            "%t [%p] [%s] %l: %m")
                    .heads("FATAL: ", "PANIC: ");

    /// Redis and its kin.
    static final Dialect REDIS =
            of("redis", "%p:%c %t %c %m", "[%p] %t %c %m")
                    .heads("MISCONF Redis", "OOM command not allowed", "# Server initialized");

    /// Nothing but a time, a level and words.
    static final Dialect PLAIN =
            of(
                    "app-log",
                    "%t [%l] %m",
                    "[%t] [%l] %m",
                    "[%t] %w.%l: %m",
                    "[%t] %l: %m",
                    "[%t] %l %m",
                    "%t %l: %m",
                    "%t | %l | %m",
                    "%t %l %m");

    private final String id;
    private final List<Form> forms;
    private final List<String> heads;

    private Prefixed(String id, List<Form> forms, List<String> heads) {
        this.id = id;
        this.forms = forms;
        this.heads = heads;
    }

    private static Prefixed of(String id, String... templates) {
        return new Prefixed(id, Stream.of(templates).map(Form::of).toList(), List.of());
    }

    /// The same, and messages that start so without any prefix.
    private Prefixed heads(String... texts) {
        return new Prefixed(id, forms, List.of(texts));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        if (text.isEmpty()) return Optional.empty();
        for (String head : heads) {
            if (text.startsWith(head)) {
                return Optional.of(entry(line, text, Line.NO_TIME, 0).done());
            }
        }
        Form.Start start = Form.Start.of(text, clock);
        for (Form form : forms) {
            if (!form.mayStart(start)) continue;
            Optional<Form.Match> match = form.read(start, clock);
            if (match.isPresent()) return Optional.of(entry(line, match.get()));
        }
        return Optional.empty();
    }

    private Entry entry(Line line, Form.Match match) {
        return entry(line, match.message(), match.micros(), match.pid())
                .route(match.route())
                .done();
    }

    private Draft entry(Line line, String message, long micros, int pid) {
        int named = Pids.in(message);
        return Entry.of(id)
                .at(micros == Line.NO_TIME ? line.micros() : micros)
                .pid(Pids.of(named > 0 ? named : pid, line))
                .upstream(Peer.in(message))
                .message(message);
    }
}
