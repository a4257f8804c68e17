@NullMarked
package dev.goodgate.rules;

import org.jspecify.annotations.NullMarked;
