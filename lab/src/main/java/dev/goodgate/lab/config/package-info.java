/// Configurations that lead a gateway to the lab.
@NullMarked
package dev.goodgate.lab.config;

import org.jspecify.annotations.NullMarked;
