/// HTTP status codes, official and not.
@NullMarked
package dev.goodgate.status;

import org.jspecify.annotations.NullMarked;
