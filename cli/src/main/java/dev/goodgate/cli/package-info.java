@NullMarked
package dev.goodgate.cli;

import org.jspecify.annotations.NullMarked;
