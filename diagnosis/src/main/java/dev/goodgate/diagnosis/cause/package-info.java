/// Why symptoms arise: one cause a file, and the list of them all.
@NullMarked
package dev.goodgate.diagnosis.cause;

import org.jspecify.annotations.NullMarked;
