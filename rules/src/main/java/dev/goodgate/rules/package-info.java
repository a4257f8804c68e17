/// Tests about the repository itself: its walls, its sizes, its pages and its examples.
@NullMarked
package dev.goodgate.rules;

import org.jspecify.annotations.NullMarked;
