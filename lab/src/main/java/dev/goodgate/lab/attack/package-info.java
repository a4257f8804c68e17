/// Malformed requests through any gateway, judged by what the client and the upstream saw.
@NullMarked
package dev.goodgate.lab.attack;

import org.jspecify.annotations.NullMarked;
