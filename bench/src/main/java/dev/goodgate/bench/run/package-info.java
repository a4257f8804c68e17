/// What every measurement needs: children on a core, their cost, and load.
@NullMarked
package dev.goodgate.bench.run;

import org.jspecify.annotations.NullMarked;
