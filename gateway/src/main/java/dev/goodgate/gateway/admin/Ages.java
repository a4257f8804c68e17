package dev.goodgate.gateway.admin;

import java.time.Duration;

/// How long ago, in the largest fitting unit.
final class Ages {
    private Ages() {}

    static String text(Duration age) {
        if (age.toDays() > 1) return age.toDays() + " days";
        if (age.toHours() > 1) return age.toHours() + " hours";
        if (age.toMinutes() > 1) return age.toMinutes() + " minutes";
        return age.toSeconds() == 1 ? "1 second" : age.toSeconds() + " seconds";
    }
}
