package dev.goodgate.gateway.exchange;

import dev.goodgate.gateway.config.LimitSettings;
import dev.goodgate.gateway.config.Settings;
import dev.goodgate.gateway.dns.Networks;
import dev.goodgate.http.Limits;

/// What a connection knows of the listener it came through. Immutable.
///
/// `name` is the listener's address as configured; `trusted` are the networks whose forwarding
/// fields are believed.
public record Door(String name, Networks trusted, boolean strictPath) {

    /// The parser's limits under those settings.
    Limits limits(Settings settings) {
        LimitSettings limits = settings.limits();
        return new Limits(
                (int) limits.requestLine().octets(),
                (int) limits.head().octets(),
                limits.fields(),
                (int) limits.head().octets(),
                64,
                4,
                (int) limits.chunkLine().octets(),
                (int) limits.head().octets(),
                strictPath);
    }
}
