/// Carrying one request to one upstream and its answer back: a state machine on one event loop.
@NullMarked
package dev.goodgate.gateway.exchange;

import org.jspecify.annotations.NullMarked;
