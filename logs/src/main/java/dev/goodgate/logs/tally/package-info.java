/// Partial results that merge in any order and any grouping: what was seen, how often, when.
@NullMarked
package dev.goodgate.logs.tally;

import org.jspecify.annotations.NullMarked;
