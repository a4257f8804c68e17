/// Where every exchange ends: access log, metrics, incidents.
@NullMarked
package dev.goodgate.gateway.record;

import org.jspecify.annotations.NullMarked;
