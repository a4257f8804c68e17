package dev.goodgate.logs.report;

import dev.goodgate.diagnosis.text.Texts;
import java.util.Map;

/// Amounts with their units, as the language writes them.
record Amounts(Texts texts) {
    /// Fewer a day than this are none, rounded.
    private static final double SELDOM = 0.05;

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    /// `812 B`, `1.2 MB`.
    String octets(long octets) {
        if (octets < 1000) return unit("story.unit.octets", Long.toString(octets));
        if (octets < 1_000_000) return unit("story.unit.kilo", brief(octets / 1e3));
        if (octets < 1_000_000_000) return unit("story.unit.mega", brief(octets / 1e6));
        return unit("story.unit.giga", brief(octets / 1e9));
    }

    /// `850 ms`, `4.2 s`, `30 s`, `5 min`.
    String millis(long millis) {
        if (millis < 1000) return unit("unit.millis", Long.toString(millis));
        if (millis < 120_000) return unit("unit.seconds", brief(millis / 1e3));
        return unit("story.unit.minutes", brief(millis / 6e4));
    }

    /// A span of time in its largest whole unit.
    String seconds(long seconds) {
        if (seconds % DAY == 0) return unit("story.unit.days", Long.toString(seconds / DAY));
        if (seconds % HOUR == 0) return unit("story.unit.hours", Long.toString(seconds / HOUR));
        if (seconds % MINUTE == 0) {
            return unit("story.unit.minutes", Long.toString(seconds / MINUTE));
        }
        return unit("unit.seconds", Long.toString(seconds));
    }

    /// How often in the time between, in a unit that this time holds; empty where there is none.
    String often(long count, long micros) {
        double minutes = micros / 6e7;
        double perMinute = count / minutes;
        if (perMinute >= 1 && minutes >= 1) return unit("story.per_minute", brief(perMinute));
        double perHour = perMinute * 60;
        if (perHour >= 1 && minutes >= 60) return unit("story.per_hour", brief(perHour));
        double perDay = perHour * 24;
        boolean often = minutes >= 24 * 60 && perDay >= SELDOM;
        return often ? unit("story.per_day", brief(perDay)) : "";
    }

    /// `12 %`.
    String percent(double share) {
        return unit("story.percent", Long.toString(Math.round(share * 100)));
    }

    /// One digit after the mark below ten, none above and none that is zero.
    private String brief(double number) {
        long tenths = Math.round(number * 10);
        if (tenths >= 100 || tenths % 10 == 0) return texts.numbers().whole(Math.round(number));
        return texts.numbers().decimal(number, 1);
    }

    private String unit(String key, String number) {
        return texts.text(key, Map.of("number", number));
    }
}
