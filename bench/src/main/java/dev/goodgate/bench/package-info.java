@NullMarked
package dev.goodgate.bench;

import org.jspecify.annotations.NullMarked;
