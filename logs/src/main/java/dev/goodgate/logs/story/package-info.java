/// From single sightings to stories: what belongs together, why it happened, how sure that is.
@NullMarked
package dev.goodgate.logs.story;

import org.jspecify.annotations.NullMarked;
