/// The configuration file: settings as records, and the reader that binds YAML to them.
@NullMarked
package dev.goodgate.gateway.config;

import org.jspecify.annotations.NullMarked;
