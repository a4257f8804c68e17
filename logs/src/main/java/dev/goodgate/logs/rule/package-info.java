/// What lines say together beyond what each sign says alone, one rule a file.
@NullMarked
package dev.goodgate.logs.rule;

import org.jspecify.annotations.NullMarked;
