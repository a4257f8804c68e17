/// How often the first answer is right, measured over a file of labelled cases.
@NullMarked
package dev.goodgate.logs.cases;

import org.jspecify.annotations.NullMarked;
