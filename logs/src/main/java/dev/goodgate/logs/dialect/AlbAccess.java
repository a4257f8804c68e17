package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.Optional;

/// Access logs of AWS's load balancers: application (`http`, `h2`, ... first), classic (the time
/// first), network (`tls 2.0`), and single fields by name, as queries print them. What went wrong
/// there becomes a sign such as `alb.504.no-connect`; the error's reason and the classification are
/// the message.
final class AlbAccess implements Dialect {
    /// Columns of an application load balancer's line, counted from its time.
    private static final int TIMES = 4;

    private static final int REQUEST = 11;
    private static final int GROUP = 15;

    @Override
    public String id() {
        return "alb-access";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        if (text.contains("elb_status_code")) return named(line, clock, text);
        int space = text.indexOf(' ');
        if (space < 2 || space > 40 || (!text.contains("/") && !text.contains("\""))) {
            return Optional.empty();
        }
        boolean typed =
                switch (text.substring(0, space)) {
                    case "http", "https", "h2", "ws", "wss", "grpcs" -> true;
                    default -> false;
                };
        if (typed) return balanced(line, clock, Columns.of(text), 1);
        if (text.startsWith("tls 1.0 ") || text.startsWith("tls 2.0 ")) {
            return network(line, clock, Columns.of(text));
        }
        boolean timed = space >= 20 && text.charAt(10) == 'T' && text.charAt(space - 1) == 'Z';
        return timed ? balanced(line, clock, Columns.of(text), 0) : Optional.empty();
    }

    /// `time balancer client target 0.001 0.002 0.000 status target-status received sent "request"
    /// "agent" ...` from that column on.
    private Optional<Entry> balanced(Line line, Clock clock, Columns columns, int at) {
        Clock.Stamp stamp = clock.at(columns.get(at), 0);
        String status = columns.get(at + TIMES + 3);
        boolean ours =
                stamp.found()
                        && (Figures.status(status) > 0 || status.equals("000"))
                        && time(columns.get(at + TIMES))
                        && time(columns.get(at + TIMES + 1))
                        && time(columns.get(at + TIMES + 2));
        if (!ours) return Optional.empty();
        String trace = columns.get(at + GROUP + 1);
        Draft draft =
                Entry.of(id())
                        .at(stamp.micros())
                        .client(columns.get(at + 2))
                        .upstream(columns.get(at + 3))
                        .millis(sum(columns, at + TIMES))
                        .request(columns.get(at + REQUEST))
                        .route(group(columns.get(at + GROUP)))
                        .id(trace.startsWith("Root=") ? trace.substring(5) : "")
                        .message(reason(columns, at + GROUP + 8))
                        .pid(line.pid());
        var spent =
                new Spent(
                        columns.get(at + TIMES),
                        columns.get(at + TIMES + 1),
                        columns.get(at + TIMES + 2));
        if (status.equals("000")) draft.sign("alb.000");
        outcome(draft, Figures.status(status), columns.get(at + TIMES + 4), spent);
        return Optional.of(draft.done());
    }

    private Optional<Entry> network(Line line, Clock clock, Columns columns) {
        Clock.Stamp stamp = clock.at(columns.get(2), 0);
        if (!stamp.found()) return Optional.empty();
        String alert = columns.get(12);
        boolean said = Figures.whole(alert) > 0;
        return Optional.of(
                Entry.of(id())
                        .at(stamp.micros())
                        .client(columns.get(5))
                        .upstream(columns.get(6))
                        .millis(Figures.whole(columns.get(7)))
                        .message(said ? "incoming_tls_alert " + alert : "")
                        .pid(line.pid())
                        .done());
    }

    private Optional<Entry> named(Line line, Clock clock, String text) {
        Named fields =
                text.startsWith("{")
                        ? FlatJson.of(line).<Named>map(json -> json).orElse(KeyValues.of("", 0))
                        : KeyValues.of(text, 0);
        int status = fields.status("elb_status_code");
        if (status < 0) return Optional.empty();
        Draft draft =
                Entry.of(id())
                        .at(fields.micros(line, clock, "time", "timestamp"))
                        .client(fields.first("client:port", "client_ip"))
                        .upstream(fields.first("target:port", "target_ip"))
                        .request(fields.first("request", "request_line"))
                        .route(group(fields.get("target_group_arn")))
                        .message(fields.first("error_reason", "lambda_error_reason"))
                        .pid(line.pid());
        String target = fields.first("target_status_code", "backend_status_code");
        var spent =
                new Spent(
                        fields.get("request_processing_time"),
                        fields.get("target_processing_time"),
                        fields.get("response_processing_time"));
        outcome(draft, status, target, spent);
        return Optional.of(draft.done());
    }

    private record Spent(String request, String target, String response) {
        boolean unsent() {
            return none(request) && none(target) && none(response);
        }

        boolean cut() {
            return none(response) && !none(request) && !request.isEmpty();
        }

        private static boolean none(String text) {
            return text.equals("-1") || text.equals("-1.0");
        }
    }

    private static void outcome(Draft draft, int status, String target, Spent spent) {
        int answered = Figures.status(target);
        draft.status(status).upstreamStatus(answered);
        String sign = answered >= 0 ? relayed(status, answered) : own(status, spent);
        if (sign.isEmpty()) StatusSigns.of(draft, status, answered == status);
        else draft.sign(sign);
    }

    /// The sign of a status that the target answered.
    private static String relayed(int status, int answered) {
        if (status != answered) return "";
        return switch (status) {
            case 500, 502, 503, 504 -> "alb." + status + ".from-target";
            default -> "";
        };
    }

    /// The sign of a status that the balancer itself made up.
    private static String own(int status, Spent spent) {
        return switch (status) {
            case 502 -> unanswered(spent);
            case 504 -> spent.unsent() ? "alb.504.no-connect" : "alb.504.slow-target";
            case 400, 403, 408, 413, 414, 460, 463, 464, 500, 501, 503, 561 -> "alb." + status;
            default -> "";
        };
    }

    private static String unanswered(Spent spent) {
        if (spent.unsent()) return "alb.502.no-connect";
        return spent.cut() ? "alb.502.target-closed" : "alb.502.no-target-status";
    }

    private static boolean time(String text) {
        return text.equals("-") || text.startsWith("-1") || Figures.decimal(text) >= 0;
    }

    private static long sum(Columns columns, int from) {
        long sum = -1;
        for (int i = from; i < from + 3; i++) {
            long millis = Figures.seconds(columns.get(i));
            if (millis >= 0) sum = Math.max(sum, 0) + millis;
        }
        return sum;
    }

    /// `targetgroup/name/id` at an ARN's end.
    private static String group(String arn) {
        int from = arn.indexOf("targetgroup/");
        if (from < 0) return "";
        int end = arn.indexOf('/', from + 12);
        return arn.substring(from + 12, end < 0 ? arn.length() : end);
    }

    /// Error's reason, classification and its reason, the columns between being lists.
    private static String reason(Columns columns, int from) {
        StringBuilder words = new StringBuilder();
        for (int i = from; i < columns.size() && i < from + 5; i++) {
            String word = columns.get(i);
            if (word.isEmpty() || !Character.isLetter(word.charAt(0))) continue;
            if (word.indexOf('/') >= 0) continue;
            words.append(words.isEmpty() ? "" : " ").append(word);
        }
        return words.toString();
    }
}
