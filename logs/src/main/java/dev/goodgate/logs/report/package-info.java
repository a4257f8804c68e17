/// A report in words, JSON, Markdown and HTML.
@NullMarked
package dev.goodgate.logs.report;

import org.jspecify.annotations.NullMarked;
