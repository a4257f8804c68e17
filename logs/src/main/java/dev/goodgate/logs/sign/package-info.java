/// What failures look like in words: the catalogue of signs, and how lines are searched for all at
/// once.
@NullMarked
package dev.goodgate.logs.sign;

import org.jspecify.annotations.NullMarked;
