package dev.goodgate.logs.dialect;

import java.util.Locale;
import java.util.Set;

/// Envoy's response flags, such as `UF,URX`.
final class EnvoyFlags {
    private static final Set<String> KNOWN =
            Set.of(
                    "LH", "UH", "UT", "LR", "UR", "UF", "UC", "UO", "NR", "DI", "FI", "RL", "UAEX",
                    "RLSE", "DC", "URX", "SI", "IH", "DPE", "UMSDR", "RFCF", "NFCF", "DT", "UPE",
                    "NC", "OM", "DF", "DO", "DR", "UDO", "DCP", "RLS");

    private EnvoyFlags() {}

    /// Whether the text is nothing but flags, at least one.
    static boolean all(String text) {
        if (text.length() < 2 || text.length() > 40) return false;
        int from = 0;
        while (from <= text.length()) {
            int end = end(text, from);
            if (!KNOWN.contains(text.substring(from, end))) return false;
            from = end + 1;
        }
        return true;
    }

    /// Adds a sign for each flag known; whether there was one.
    static boolean add(Draft draft, String text) {
        boolean any = false;
        int from = 0;
        while (from < text.length()) {
            int end = end(text, from);
            String flag = text.substring(from, end);
            if (KNOWN.contains(flag)) {
                draft.sign("envoy.flag." + flag.toLowerCase(Locale.ROOT));
                any = true;
            }
            from = end + 1;
        }
        return any;
    }

    private static int end(String text, int from) {
        int comma = text.indexOf(',', from);
        return comma < 0 ? text.length() : comma;
    }
}
