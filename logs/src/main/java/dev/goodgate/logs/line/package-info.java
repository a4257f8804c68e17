/// One line of a log without what others wrapped around it, and what its text says by itself.
@NullMarked
package dev.goodgate.logs.line;

import org.jspecify.annotations.NullMarked;
