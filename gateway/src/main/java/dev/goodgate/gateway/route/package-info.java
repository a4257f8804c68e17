/// Routes: from a request head to what happens with it. Octets in, no Netty, no allocation on the
/// way.
@NullMarked
package dev.goodgate.gateway.route;

import org.jspecify.annotations.NullMarked;
