/// What goes wrong: one closed list of faults and the steps they are played from.
@NullMarked
package dev.goodgate.lab.fault;

import org.jspecify.annotations.NullMarked;
