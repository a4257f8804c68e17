/// Valid messages from a seed, sent through a gateway: none may be refused, none altered beyond the
/// written normalisation.
@NullMarked
package dev.goodgate.lab.valid;

import org.jspecify.annotations.NullMarked;
