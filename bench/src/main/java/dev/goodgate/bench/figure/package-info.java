/// `bench/figures`: the promised figures, each measured by one class.
@NullMarked
package dev.goodgate.bench.figure;

import org.jspecify.annotations.NullMarked;
