package dev.goodgate.diagnosis.answer;

import dev.goodgate.diagnosis.Evidence;
import java.util.Locale;

/// One observation as a line of English for operators: technical words stay as they are in every
/// language.
public final class EvidenceText {
    private EvidenceText() {}

    /// The line, not escaped for any format.
    public static String of(Evidence evidence) {
        return switch (evidence) {
            case Evidence.Errno(var name, var call) -> call + "() failed with " + name;
            case Evidence.RuleBroken(var rule, var section, var offset, var octets) ->
                    "breaks " + rule + " (" + section + ") at octet " + offset + ": " + octets;
            case Evidence.DnsAnswer(var name, var rcode, var addresses, var source) ->
                    "DNS: "
                            + name
                            + " is "
                            + (addresses.isEmpty() ? rcode : String.join(", ", addresses))
                            + " ("
                            + source.name().toLowerCase(Locale.ROOT)
                            + ")";
            case Evidence.LimitReached(var key, var limit) -> "limit " + key + " = " + limit;
            case Evidence.Closed(var by, var how) -> by.id() + " closed first, by " + how;
            case Evidence.ReceivedStatus(int status) -> "the upstream answered " + status;
            case Evidence.ConnectionAge(var age) -> "connection: " + age(age);
            case Evidence.Endpoint(var url, var place) ->
                    "endpoint " + url + (place.isEmpty() ? "" : ", configured at " + place);
            case Evidence.Software(var name) -> "the upstream calls itself " + name;
            case Evidence.LogLine(var source, var text) -> source + ": " + text;
            case Evidence.ProcessEnded(var process, var how) ->
                    "process " + (process.isEmpty() ? "" : process + " ") + words(how);
            case Evidence.Probe(var finding, var detail) ->
                    "probe: " + words(finding) + (detail.isEmpty() ? "" : " (" + detail + ")");
            case Evidence.Note(var text) -> text;
        };
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// `fresh`, or `reused after 4.2 s idle`.
    public static String age(Evidence.Age age) {
        return switch (age) {
            case Evidence.Age.Fresh() -> "fresh";
            case Evidence.Age.Reused(var idle) -> {
                double seconds = idle.toMillis() / 1000.0;
                yield String.format(Locale.ROOT, "reused after %.1f s idle", seconds);
            }
        };
    }
}
