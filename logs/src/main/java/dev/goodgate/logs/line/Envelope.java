package dev.goodgate.logs.line;

import java.util.Set;

/// A JSON object that carries a line: the journal's, Docker's, those of fluentd, Vector, GELF and
/// ECS. An object that is a record itself (it has a status, a request, an error, a logger beside
/// its level) stays as it is. One object reads one line.
final class Envelope {
    /// Fields of records that say more than a message.
    private static final Set<String> RECORD =
            Set.of(
                    "status",
                    "request",
                    "response_code",
                    "response_flags",
                    "RequestMethod",
                    "DownstreamStatus",
                    "OriginStatus",
                    "request_method",
                    "http_status",
                    "method",
                    "uri",
                    "url",
                    "error",
                    "err",
                    "exception",
                    "stack",
                    "stack_trace",
                    "stacktrace",
                    "exc_info",
                    "cause",
                    "upstream",
                    "incident",
                    "symptom",
                    "kind",
                    "reason",
                    "error.message",
                    "error.type",
                    "error.stack_trace",
                    "errorVerbose",
                    "log.logger",
                    "EdgeResponseStatus",
                    "upstream_addr",
                    "upstream_status");

    private static final Set<String> LEVEL =
            Set.of("level", "severity", "log.level", "@level", "lvl", "levelname", "loglevel");
    private static final Set<String> LOGGER =
            Set.of("logger", "logger_name", "caller", "loggerName", "name", "@module");
    private static final Set<String> CONTAINED =
            Set.of("container_id", "container_name", "kubernetes", "docker", "_container_name");

    private final Peeling outer;
    private final Peeling about;
    private String message = "";
    private int rank;
    private boolean level;
    private boolean logger;
    private boolean log;
    private boolean stream;
    private boolean contained;

    private Envelope(Peeling peeling) {
        this.outer = peeling;
        this.about = new Peeling("", peeling.clock);
    }

    /// Takes off an object that starts the text, and what follows it.
    static boolean off(Peeling peeling) {
        var envelope = new Envelope(peeling);
        return envelope.members("", 0, 0) && envelope.open();
    }

    /// Takes in the members of the object at that brace; false when it is a record.
    private boolean members(String prefix, int brace, int depth) {
        var members = new JsonMembers(outer.text(), brace);
        while (members.next()) {
            String name = prefix.isEmpty() ? members.name() : prefix + members.name();
            if (depth == 0 && RECORD.contains(name)) return false;
            if (members.startsWith('{')) {
                contained |= CONTAINED.contains(name);
                boolean known = isGroup(name) && depth < 2;
                if (known && !members(name + ".", members.at(), depth + 1)) return false;
            } else {
                take(name, members);
            }
        }
        return !(level && logger);
    }

    private static boolean isGroup(String name) {
        return switch (name) {
            case "kubernetes",
                    "host",
                    "container",
                    "event",
                    "kubernetes.pod",
                    "kubernetes.container" ->
                    true;
            default -> false;
        };
    }

    private void take(String name, JsonMembers members) {
        int better = rank(name);
        if (better == 0) note(name);
        boolean carries = members.startsWith('"') || (better == 9 && members.startsWith('['));
        if (better > rank && carries) {
            message = members.value();
            rank = better;
            log = name.equals("log");
        } else if (better == 0) {
            about(name, members);
        }
    }

    private void note(String name) {
        level |= LEVEL.contains(name);
        logger |= LOGGER.contains(name);
        contained |= CONTAINED.contains(name);
        stream |= name.equals("stream");
    }

    /// Which of several messages is the innermost line; 0 is none.
    private static int rank(String name) {
        return switch (name) {
            case "MESSAGE" -> 9;
            case "event.original" -> 8;
            case "log" -> 7;
            case "message" -> 6;
            case "msg" -> 5;
            case "short_message" -> 4;
            case "textPayload" -> 3;
            case "line" -> 2;
            default -> 0;
        };
    }

    private void about(String name, JsonMembers members) {
        switch (name) {
            case "__REALTIME_TIMESTAMP", "time", "@timestamp", "timestamp", "ts", "date", "_time" ->
                    about.at(about.clock.at(members.value(), 0));
            case "SYSLOG_IDENTIFIER",
                    "container_name",
                    "_container_name",
                    "kubernetes.container_name",
                    "kubernetes.container.name",
                    "container.name",
                    "programname",
                    "appname",
                    "ident" ->
                    about.by(bare(members.value()));
            case "_SYSTEMD_UNIT" -> {
                if (about.writer().isEmpty()) about.by(members.value());
            }
            case "_HOSTNAME",
                    "host",
                    "hostname",
                    "host.name",
                    "pod_name",
                    "kubernetes.pod_name",
                    "kubernetes.pod.name" ->
                    about.on(members.value());
            case "_PID", "pid", "procid" -> about.process(members.value());
            default -> {}
        }
    }

    /// Docker writes a container's name with a slash before it.
    private static String bare(String name) {
        return name.startsWith("/") ? name.substring(1) : name;
    }

    private boolean open() {
        if (rank == 0) return false;
        if (contained || (log && stream)) outer.contained();
        outer.said(about.line());
        outer.inside(message);
        return !about.writer().equals("kernel") || Kernel.uptimeOff(outer);
    }
}
