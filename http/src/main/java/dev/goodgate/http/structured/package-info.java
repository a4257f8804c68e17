/// Structured field values: items, lists and dictionaries. RFC 9651.
@NullMarked
package dev.goodgate.http.structured;

import org.jspecify.annotations.NullMarked;
