package dev.goodgate.logs.report;

import dev.goodgate.diagnosis.Redaction;
import dev.goodgate.logs.rule.Facts;
import dev.goodgate.logs.story.Story;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What of a log may leave the machine: no secrets, no e-mail addresses, of a client's address only
/// the network. The addresses of upstreams stay, without them a report says nothing; so does this
/// machine's own. Immutable.
record Masking(boolean on, Set<String> kept) {
    private static final Set<String> OWN = Set.of("0.0.0.0", "::1", "::");
    private static final List<String> UNITS =
            List.of(".service", ".socket", ".timer", ".slice", ".scope", ".target", ".mount");

    /// For those stories.
    static Masking of(List<Story> stories, boolean on) {
        Set<String> kept = new HashSet<>();
        for (Story story : stories) {
            for (var group : story.groups()) {
                String host = Facts.host(group.key().upstream());
                boolean bracketed = host.startsWith("[") && host.endsWith("]");
                kept.add(bracketed ? host.substring(1, host.length() - 1) : host);
            }
        }
        return new Masking(on, Set.copyOf(kept));
    }

    /// The text as it may be shown: harmless, and masked where asked.
    String shown(String text) {
        String masked = on ? Addresses.cut(mails(Redaction.text(text)), this::keeps) : text;
        return Visible.of(masked);
    }

    private boolean keeps(String address) {
        return address.startsWith("127.") || OWN.contains(address) || kept.contains(address);
    }

    private static String mails(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int copied = 0;
        for (int at = next(text, 0); at >= 0; at = next(text, at + 1)) {
            int after = text.charAt(at) == '@' ? at + 1 : at + 3;
            int start = at;
            while (start > copied && local(text.charAt(start - 1))) start--;
            int end = after;
            while (end < text.length() && domain(text.charAt(end))) end++;
            if (start == at || !site(text.substring(after, end))) continue;
            out.append(text, copied, start).append(Redaction.MARK);
            copied = at;
        }
        return out.append(text, copied, text.length()).toString();
    }

    /// The next `@`, plain or percent-encoded.
    private static int next(String text, int from) {
        int plain = text.indexOf('@', from);
        int encoded = text.indexOf("%40", from);
        if (plain < 0 || encoded < 0) return Math.max(plain, encoded);
        return Math.min(plain, encoded);
    }

    private static boolean local(char c) {
        return Character.isLetterOrDigit(c) || "._+-".indexOf(c) >= 0;
    }

    private static boolean domain(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-';
    }

    /// Whether that may be the domain of an address, rather than a version or a unit of systemd.
    private static boolean site(String domain) {
        int end = domain.length();
        while (end > 0 && !Character.isLetterOrDigit(domain.charAt(end - 1))) end--;
        String name = domain.substring(0, end);
        int dot = name.lastIndexOf('.');
        if (dot <= 0 || end - dot < 3) return false;
        for (int i = dot + 1; i < end; i++) {
            if (!Character.isLetter(name.charAt(i))) return false;
        }
        return UNITS.stream().noneMatch(name::endsWith);
    }
}
