/// The stand: listeners, name server, sockets and processes that play the faults.
@NullMarked
package dev.goodgate.lab.serve;

import org.jspecify.annotations.NullMarked;
