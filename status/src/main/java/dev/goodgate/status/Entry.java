package dev.goodgate.status;

import java.util.List;
import java.util.Map;

/// Everything the atlas knows about one code, in one language.
///
/// @param definedIn the document that says so: `RFC 9110 §15.6.3`, an address, a source file
/// @param replaces what said so before; may be empty
/// @param otherNames older or other phrases and numbers of the same thing
/// @param emittedBy who sends or logs it
/// @param meaning what it says
/// @param path what it tells about the path between visitor and application
/// @param twins what it is easily confused with
/// @param tellApart how to tell it from its twins; empty where there are none
/// @param advice what to do; every audience has at least one sentence
public record Entry(
        Listing listing,
        String definedIn,
        String replaces,
        List<String> otherNames,
        List<String> emittedBy,
        Retry retry,
        Cacheable cacheable,
        String meaning,
        String path,
        List<Listing> twins,
        String tellApart,
        Map<Audience, List<String>> advice) {
    /// Keeps copies.
    public Entry {
        otherNames = List.copyOf(otherNames);
        emittedBy = List.copyOf(emittedBy);
        twins = List.copyOf(twins);
        advice = Map.copyOf(advice);
    }
}
