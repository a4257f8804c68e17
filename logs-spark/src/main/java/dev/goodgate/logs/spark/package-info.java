/// `explain` for more logs than one machine reads: the same tallies, filled by a Spark job.
@NullMarked
package dev.goodgate.logs.spark;

import org.jspecify.annotations.NullMarked;
