@NullMarked
package dev.goodgate.lab;

import org.jspecify.annotations.NullMarked;
