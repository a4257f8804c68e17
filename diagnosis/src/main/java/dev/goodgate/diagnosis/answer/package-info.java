/// What a client gets when an exchange failed, in the format and language it asked for.
@NullMarked
package dev.goodgate.diagnosis.answer;

import org.jspecify.annotations.NullMarked;
