/// HTTP status codes, official and not: phrases for those who answer, an atlas for those who ask.
@NullMarked
package dev.goodgate.status;

import org.jspecify.annotations.NullMarked;
