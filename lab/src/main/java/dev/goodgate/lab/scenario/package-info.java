/// The catalogue: every fault with its requests and what it must yield.
@NullMarked
package dev.goodgate.lab.scenario;

import org.jspecify.annotations.NullMarked;
