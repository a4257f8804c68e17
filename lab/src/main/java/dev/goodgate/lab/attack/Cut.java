package dev.goodgate.lab.attack;

import java.util.ArrayList;
import java.util.List;

/// How the octets of a line are split into TCP segments.
sealed interface Cut {

    /// All in one.
    record Whole() implements Cut {}

    /// One octet each.
    record Single() implements Cut {}

    /// Two segments, the first of so many octets.
    record After(int octets) implements Cut {}

    /// The cuts of a line: whole, single octets, and up to `most` in two, evenly spread, the ones
    /// around line ends first.
    static List<Cut> of(String octets, int most) {
        List<Cut> cuts = new ArrayList<>(List.of(new Whole(), new Single()));
        int places = octets.length() - 1;
        if (places <= most) {
            for (int at = 1; at <= places; at++) cuts.add(new After(at));
            return cuts;
        }
        List<Integer> chosen = new ArrayList<>();
        for (int at = 1; at <= places && chosen.size() < most / 2; at++) {
            if (octets.charAt(at - 1) == '\r') chosen.add(at);
        }
        int left = most - chosen.size();
        for (int i = 1; i <= left; i++) {
            int at = (int) ((long) i * places / (left + 1));
            if (at > 0 && !chosen.contains(at)) chosen.add(at);
        }
        chosen.forEach(at -> cuts.add(new After(at)));
        return cuts;
    }

    /// As text in a report.
    default String text() {
        return switch (this) {
            case Whole() -> "whole";
            case Single() -> "single octets";
            case After(int octets) -> "after " + octets;
        };
    }
}
