package dev.goodgate.lab.score;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How a row came out.
public enum Verdict {
    /// As the catalogue says.
    @JsonProperty("right")
    RIGHT,
    /// Otherwise.
    @JsonProperty("wrong")
    WRONG,
    /// Not run; the reason is named and the row is not counted in the total.
    @JsonProperty("skipped")
    SKIPPED
}
