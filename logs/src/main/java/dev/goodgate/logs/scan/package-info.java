/// From octets to sightings: blocks of whole lines, searched on all processors, in bounded memory.
@NullMarked
package dev.goodgate.logs.scan;

import org.jspecify.annotations.NullMarked;
