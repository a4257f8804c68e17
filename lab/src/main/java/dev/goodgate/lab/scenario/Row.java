package dev.goodgate.lab.scenario;

import org.jspecify.annotations.Nullable;

/// One row of the fault catalogue: what goes wrong, how it is produced, what must come of it, and
/// what must come of it for POST where that differs. `needs` is `netns`, `timing` or null.
public record Row(
        String id,
        String fault,
        String produce,
        @Nullable String needs,
        Expectation expect,
        @Nullable Expectation expectPost) {}
