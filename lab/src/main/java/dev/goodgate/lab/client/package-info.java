/// A client that sends any octets and knows whether an answer is whole, cut or unprovable.
@NullMarked
package dev.goodgate.lab.client;

import org.jspecify.annotations.NullMarked;
