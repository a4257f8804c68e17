@NullMarked
package dev.goodgate.diagnosis;

import org.jspecify.annotations.NullMarked;
