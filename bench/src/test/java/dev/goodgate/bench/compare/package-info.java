/// Tests of the side-by-side runs.
@NullMarked
package dev.goodgate.bench.compare;

import org.jspecify.annotations.NullMarked;
