/// `bench/profile`: where the time of a gateway goes.
@NullMarked
package dev.goodgate.bench.profile;

import org.jspecify.annotations.NullMarked;
