/// `bench/compare`: goodgate, nginx and HAProxy side by side at equal work.
@NullMarked
package dev.goodgate.bench.compare;

import org.jspecify.annotations.NullMarked;
