/// Drives the scenarios through a gateway and judges what came of each.
@NullMarked
package dev.goodgate.lab.score;

import org.jspecify.annotations.NullMarked;
