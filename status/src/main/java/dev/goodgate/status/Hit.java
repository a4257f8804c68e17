package dev.goodgate.status;

/// An entry that a search found.
///
/// @param exact whether its phrase, or another name of it, is what was typed
/// @param score how well it fits; higher is better
public record Hit(Listing listing, boolean exact, int score) {}
