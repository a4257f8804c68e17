/// The formats that servers log in, one a file: from a line to what it says, field by field.
@NullMarked
package dev.goodgate.logs.dialect;

import org.jspecify.annotations.NullMarked;
