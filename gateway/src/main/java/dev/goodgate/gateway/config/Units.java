package dev.goodgate.gateway.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations and sizes as they are written: `250ms 3s 5m 1h`, `512 64KiB 8MiB 1GiB`.
final class Units {
    static final String DURATION = "[0-9]{1,15}(ms|s|m|h)";
    static final String SIZE = "[0-9]{1,15}(KiB|MiB|GiB|TiB)?";

    private static final Pattern TIME = Pattern.compile("([0-9]{1,15})(ms|s|m|h)");
    private static final Pattern OCTETS = Pattern.compile("([0-9]{1,15})(KiB|MiB|GiB|TiB)?");
    private static final Pattern LOOSE =
            Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,6})?)[ _]*([A-Za-z]*)");
    private static final Duration NONE = Duration.ofSeconds(-1);

    private Units() {}

    /// The duration, or a negative one when `text` is none.
    static Duration duration(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            return NONE;
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofSeconds(Math.multiplyExact(number, 60L));
            default -> Duration.ofSeconds(Math.multiplyExact(number, 3600L));
        };
    }

    /// The number of octets, or -1 when `text` is none.
    static long octets(String text) {
        Matcher matcher = OCTETS.matcher(text);
        if (!matcher.matches()) {
            return -1;
        }
        long number = Long.parseLong(matcher.group(1));
        String unit = matcher.group(2) == null ? "" : matcher.group(2);
        int shift =
                switch (unit) {
                    case "KiB" -> 10;
                    case "MiB" -> 20;
                    case "GiB" -> 30;
                    case "TiB" -> 40;
                    default -> 0;
                };
        return number > Long.MAX_VALUE >> shift ? Long.MAX_VALUE : number << shift;
    }

    /// The shortest way to write `value`; `off` for zero.
    static String text(Duration value) {
        long millis = value.toMillis();
        if (millis == 0) {
            return "off";
        }
        if (millis % 3_600_000 == 0) {
            return millis / 3_600_000 + "h";
        }
        if (millis % 60_000 == 0) {
            return millis / 60_000 + "m";
        }
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }

    /// The shortest way to write `size`.
    static String text(ByteSize size) {
        long octets = size.octets();
        String[] units = {"TiB", "GiB", "MiB", "KiB"};
        for (int i = 0; i < units.length; i++) {
            int shift = 40 - 10 * i;
            if (octets > 0 && octets % (1L << shift) == 0) {
                return (octets >> shift) + units[i];
            }
        }
        return Long.toString(octets);
    }

    /// `write 3s` for texts such as `3 sec`; empty when nothing near is meant.
    static String durationHint(String text) {
        Matcher matcher = LOOSE.matcher(text.strip());
        if (!matcher.matches()) {
            return "";
        }
        long unit =
                switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
                    case "ms", "msec", "msecs", "milli", "millis", "milliseconds" -> 1;
                    case "", "s", "sec", "secs", "second", "seconds" -> 1000;
                    case "m", "min", "mins", "minute", "minutes" -> 60_000;
                    case "h", "hr", "hrs", "hour", "hours" -> 3_600_000;
                    case "d", "day", "days" -> 86_400_000;
                    default -> 0;
                };
        BigDecimal millis = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit));
        long whole = millis.longValue();
        return whole > 0 ? "write " + text(Duration.ofMillis(whole)) : "";
    }

    /// `write 8MiB` for texts such as `8MB`; empty when nothing near is meant.
    static String octetsHint(String text) {
        Matcher matcher = LOOSE.matcher(text.strip());
        if (!matcher.matches()) {
            return "";
        }
        int shift =
                switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
                    case "", "b", "bytes", "octets" -> 0;
                    case "k", "kb", "ki", "kib" -> 10;
                    case "m", "mb", "mi", "mib" -> 20;
                    case "g", "gb", "gi", "gib" -> 30;
                    case "t", "tb", "ti", "tib" -> 40;
                    default -> -1;
                };
        if (shift < 0) {
            return "";
        }
        BigDecimal octets =
                new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(1L << shift));
        return "write " + text(new ByteSize(octets.longValue()));
    }
}
