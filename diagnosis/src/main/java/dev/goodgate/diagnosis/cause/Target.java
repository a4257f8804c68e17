package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Attempt;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;

/// The upstream a command is about: the parts of the address last tried, or words in capitals that
/// a reader replaces.
record Target(String host, String port, String socket, String name) {
    private static final String PLAIN =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.:/_-@";

    static Target of(Failure failure) {
        String address = "";
        for (Attempt attempt : failure.attempts()) {
            if (!attempt.address().isEmpty()) address = attempt.address();
        }
        String name = "NAME";
        for (Evidence evidence : failure.evidence()) {
            if (evidence instanceof Evidence.DnsAnswer answer) name = quoted(answer.name());
        }
        if (address.startsWith("/")) {
            return new Target("ADDRESS", "PORT", quoted(address), name);
        }
        int colon = address.lastIndexOf(':');
        if (colon <= 0) return new Target("ADDRESS", "PORT", "SOCKET", name);
        String host = address.substring(0, colon);
        return new Target(quoted(host), quoted(address.substring(colon + 1)), "SOCKET", name);
    }

    /// The command with `{host}`, `{port}`, `{socket}` and `{name}` replaced.
    String fill(String command) {
        if (command.indexOf('{') < 0) return command;
        return command.replace("{host}", host)
                .replace("{port}", port)
                .replace("{socket}", socket)
                .replace("{name}", name);
    }

    /// Safe to paste into a shell.
    private static String quoted(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (PLAIN.indexOf(word.charAt(i)) < 0) return "'" + word.replace("'", "'\\''") + "'";
        }
        return word;
    }
}
