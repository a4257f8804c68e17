/// Tests of what every measurement needs.
@NullMarked
package dev.goodgate.bench.run;

import org.jspecify.annotations.NullMarked;
