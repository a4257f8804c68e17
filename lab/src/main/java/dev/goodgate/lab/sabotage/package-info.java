/// Ways to break a gateway on purpose, to prove that the score notices.
@NullMarked
package dev.goodgate.lab.sabotage;

import org.jspecify.annotations.NullMarked;
