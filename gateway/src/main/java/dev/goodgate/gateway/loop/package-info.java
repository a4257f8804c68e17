/// What one event loop owns: its clock, its deadlines, its buffers, and the transport beneath.
@NullMarked
package dev.goodgate.gateway.loop;

import org.jspecify.annotations.NullMarked;
