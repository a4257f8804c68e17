/// The evidence kept of a failed exchange, and how it is shown.
@NullMarked
package dev.goodgate.diagnosis.incident;

import org.jspecify.annotations.NullMarked;
