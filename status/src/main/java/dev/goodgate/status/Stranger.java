package dev.goodgate.status;

import java.util.List;

/// A number that the atlas has no entry for.
///
/// @param code as it was asked
/// @param statusClass the class it falls into
/// @param treatedAs what a client takes it for: the x00 of its class, and 500 for a three-digit
///   number that is invalid (RFC 9110 section 15); -1 for what is no three-digit number
/// @param unassigned whether IANA keeps it free for later
/// @param nearest known codes next to it
public record Stranger(
        String code,
        StatusClass statusClass,
        int treatedAs,
        boolean unassigned,
        List<Listing> nearest) {
    /// Keeps a copy.
    public Stranger {
        nearest = List.copyOf(nearest);
    }
}
