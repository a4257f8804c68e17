/// The applications behind: endpoints, permits, idle connections, and how a new connection comes
/// about.
@NullMarked
package dev.goodgate.gateway.upstream;

import org.jspecify.annotations.NullMarked;
