/// Which product wrote an error page, by what is in it: one data file a product, and the matcher.
@NullMarked
package dev.goodgate.diagnosis.fingerprint;

import org.jspecify.annotations.NullMarked;
