@NullMarked
package dev.goodgate.gateway;

import org.jspecify.annotations.NullMarked;
