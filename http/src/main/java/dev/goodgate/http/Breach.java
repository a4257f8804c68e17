package dev.goodgate.http;

/// The rule a parser found broken and the slab position that broke it; one for each parser, reused.
///
/// Checks end with `return breach.of(rule, at)`, which is always false: the message is not fine.
final class Breach {

    private Rule rule = Rule.FIRST_OCTET;
    private int at;
    private String subject = "";

    boolean of(Rule broken, int position) {
        rule = broken;
        at = position;
        subject = "";
        return false;
    }

    boolean of(Rule broken, int position, String about) {
        of(broken, position);
        subject = about;
        return false;
    }

    Rule rule() {
        return rule;
    }

    int at() {
        return at;
    }

    String subject() {
        return subject;
    }
}
