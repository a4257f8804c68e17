/// `bench/jmh`: what the exchange's own code allocates and takes, without sockets.
@NullMarked
package dev.goodgate.bench.jmh;

import org.jspecify.annotations.NullMarked;
