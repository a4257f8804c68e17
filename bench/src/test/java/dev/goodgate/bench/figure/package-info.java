/// Tests of how figures are asked for.
@NullMarked
package dev.goodgate.bench.figure;

import org.jspecify.annotations.NullMarked;
