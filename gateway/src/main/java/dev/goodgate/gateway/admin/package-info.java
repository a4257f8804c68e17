/// The operator's listener: what the gateway knows about itself, and the reload, on a loopback
/// address.
@NullMarked
package dev.goodgate.gateway.admin;

import org.jspecify.annotations.NullMarked;
