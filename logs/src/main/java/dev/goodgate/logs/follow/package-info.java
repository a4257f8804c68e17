/// Logs as they are written: files that grow and are rotated, pipes; each story as it forms.
@NullMarked
package dev.goodgate.logs.follow;

import org.jspecify.annotations.NullMarked;
