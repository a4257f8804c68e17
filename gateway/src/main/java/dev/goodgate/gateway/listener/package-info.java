/// Where clients connect: sockets that belong to the process, and how many may come.
@NullMarked
package dev.goodgate.gateway.listener;

import org.jspecify.annotations.NullMarked;
