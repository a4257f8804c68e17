/// Names become addresses: one resolver for the process, part of the way to the upstream.
@NullMarked
package dev.goodgate.gateway.dns;

import org.jspecify.annotations.NullMarked;
