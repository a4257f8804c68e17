package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.List;
import java.util.Optional;

/// Apache's error log, of 2.4 and 2.2. Also a message alone, by its `AH` number or mod_proxy's
/// words.
///
/// ```
/// [time] [proxy:error] [pid 12:tid 34] (111)Connection refused: [client 192.0.2.1:5] AH00957: ...
/// [time] [error] [client 192.0.2.1] ...
/// ```
final class ApacheError implements Dialect {
    private static final List<String> LEVELS =
            List.of("emerg", "alert", "crit", "error", "warn", "notice", "info", "debug", "trace");

    private static final List<String> WORDS =
            List.of(
                    "attempt to connect to ",
                    "from remote server ",
                    "connection to backend: ",
                    "proxy: HTTP: ",
                    "proxy: error reading",
                    "ap_proxy_connect_backend",
                    "disabled connection for (");

    @Override
    public String id() {
        return "apache-error";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        Head head = new Head(text);
        if (!head.sure() && !known(text)) return Optional.empty();
        Clock.Stamp stamp = head.time < 0 ? Clock.Stamp.NONE : clock.at(text, head.time);
        String message = text.substring(head.at);
        ApacheMessage said = new ApacheMessage(message);
        Draft draft =
                Entry.of(id())
                        .at(stamp.found() ? stamp.micros() : line.micros())
                        .message(said.words())
                        .client(said.client().isEmpty() ? head.client : said.client())
                        .upstream(said.upstream())
                        .route(said.worker())
                        .status(said.status())
                        .pid(head.pid > 0 ? head.pid : line.pid());
        if (!said.path().isEmpty()) draft.request("GET " + said.path());
        return Optional.of(draft.done());
    }

    private static boolean known(String text) {
        int code = text.indexOf("AH");
        while (code >= 0) {
            boolean starts = code == 0 || !Character.isLetterOrDigit(text.charAt(code - 1));
            if (starts
                    && Shape.digits(text, code + 2, code + 7)
                    && text.startsWith(":", code + 7)) {
                return true;
            }
            code = text.indexOf("AH", code + 2);
        }
        for (String words : WORDS) {
            if (text.contains(words)) return true;
        }
        return false;
    }

    /// The fields in brackets at the start of a line; `at` is where they end.
    private static final class Head {
        int at;
        int time = -1;
        int pid;
        private boolean weekday;
        private boolean levelled;
        private boolean module;
        String client = "";

        Head(String text) {
            Cursor cursor = new Cursor(text, 0);
            for (int i = 0; i < 6 && cursor.spaces().peek() == '['; i++) {
                int start = cursor.at + 1;
                take(cursor.token(), start, i);
                at = cursor.spaces().at;
            }
        }

        private void take(String field, int start, int index) {
            if (field.startsWith("pid ")) pid = Shape.pid(field, 4);
            else if (field.startsWith("client "))
                client = ApacheMessage.address(field.substring(7));
            else if (field.startsWith("remote "))
                client = ApacheMessage.address(field.substring(7));
            else if (level(field)) level(field.indexOf(':') > 0);
            else if (index == 0 && field.length() >= 19) time(field, start);
        }

        /// Whether only Apache writes so: its kind of date or a process beside a level.
        boolean sure() {
            return levelled && (weekday || (module && pid > 0));
        }

        private void time(String field, int start) {
            time = start;
            weekday = Character.isUpperCase(field.charAt(0)) && field.startsWith(" ", 3);
        }

        private void level(boolean withModule) {
            levelled = true;
            module |= withModule;
        }

        /// `error`, `proxy:error`, `core:trace1`.
        private static boolean level(String field) {
            String last = field.substring(field.indexOf(':') + 1);
            if (last.startsWith("trace")) last = "trace";
            return LEVELS.contains(last);
        }
    }
}
