/// What is allowed: which requests are served, which fields pass, when a try is repeated, when a
/// connection is used again. Plain answers to plain questions; knows no exchange.
@NullMarked
package dev.goodgate.gateway.policy;

import org.jspecify.annotations.NullMarked;
