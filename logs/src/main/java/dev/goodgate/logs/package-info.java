/// `explain`: any server's logs to the root cause. The one door is [dev.goodgate.logs.Explanation].
@NullMarked
package dev.goodgate.logs;

import org.jspecify.annotations.NullMarked;
