/// Where lines come from: files, folders, pipes, the journal; plain or compressed; always bounded.
@NullMarked
package dev.goodgate.logs.source;

import org.jspecify.annotations.NullMarked;
