package dev.goodgate.lab.sabotage;

import java.util.Set;

/// Ten ways in which a gateway can fail its users, each with rows that must turn wrong. They are
/// done to the octets between client and gateway, or to what the gateway tells, so that any gateway
/// can be broken and none needs a switch for it.
public enum Sabotage {
    SUCCESS_FOR_FAILURE("a 502 becomes a 200", "C01", "C08"),
    WRONG_STATUS("a 504 becomes a 502", "M01", "C21"),
    NO_ERROR_TYPE("Proxy-Status is dropped", "C01", "H12"),
    WRONG_ERROR_TYPE("one error type stands for another", "C01"),
    FORGED_LAST_CHUNK("a chunked body that was cut gets a last chunk", "H32", "H18"),
    PADDED_BODY("a body that fell short of its length is filled up", "H31", "B10"),
    LOST_TAIL("the last octets of an answer are lost", "H28", "M15"),
    DEAF_TO_LEAVING("a client that leaves is not noticed", "X01", "X06"),
    LOST_LOG("the access log is not written", "C01", "H04"),
    LOST_INCIDENTS("incidents can't be looked up", "C01", "H12");

    private final String sentence;
    private final String rows;

    Sabotage(String sentence, String... rows) {
        this.sentence = sentence;
        this.rows = String.join(" ", rows);
    }

    /// What is done, for people.
    public String sentence() {
        return sentence;
    }

    /// Rows that must be wrong then, all of them.
    public Set<String> rows() {
        return Set.of(rows.split(" ", -1));
    }

    /// What becomes of a piece of an answer.
    String changed(String octets) {
        return switch (this) {
            case SUCCESS_FOR_FAILURE -> octets.replace("HTTP/1.1 502 ", "HTTP/1.1 200 ");
            case WRONG_STATUS -> octets.replace("HTTP/1.1 504 ", "HTTP/1.1 502 ");
            case NO_ERROR_TYPE -> octets.replaceAll("(?i)\r\nproxy-status:[^\r]*", "");
            case WRONG_ERROR_TYPE ->
                    octets.replace("error=connection_refused", "error=connection_timeout");
            case LOST_TAIL -> octets.substring(0, octets.length() - Math.min(2, octets.length()));
            case FORGED_LAST_CHUNK, PADDED_BODY, DEAF_TO_LEAVING, LOST_LOG, LOST_INCIDENTS ->
                    octets;
        };
    }

    /// What is added when an answer has ended.
    String added() {
        return switch (this) {
            case FORGED_LAST_CHUNK -> "0\r\n\r\n";
            case PADDED_BODY -> " ".repeat(1000);
            case SUCCESS_FOR_FAILURE,
                    WRONG_STATUS,
                    NO_ERROR_TYPE,
                    WRONG_ERROR_TYPE,
                    LOST_TAIL,
                    DEAF_TO_LEAVING,
                    LOST_LOG,
                    LOST_INCIDENTS ->
                    "";
        };
    }
}
