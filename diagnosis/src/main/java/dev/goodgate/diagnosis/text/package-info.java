/// What is said to people, in their language.
@NullMarked
package dev.goodgate.diagnosis.text;

import org.jspecify.annotations.NullMarked;
