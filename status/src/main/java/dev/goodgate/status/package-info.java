@NullMarked
package dev.goodgate.status;

import org.jspecify.annotations.NullMarked;
