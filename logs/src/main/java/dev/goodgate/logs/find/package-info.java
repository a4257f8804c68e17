/// Where the logs of this machine are: files in known places, files that servers hold open, the
/// journal, containers. Looks at names and rights alone; always bounded.
@NullMarked
package dev.goodgate.logs.find;

import org.jspecify.annotations.NullMarked;
