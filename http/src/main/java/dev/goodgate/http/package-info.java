@NullMarked
package dev.goodgate.http;

import org.jspecify.annotations.NullMarked;
