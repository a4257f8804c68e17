/// What an exchange can come to when not all goes well, as values.
@NullMarked
package dev.goodgate.gateway.outcome;

import org.jspecify.annotations.NullMarked;
