package dev.goodgate.gateway.config;

/// A number of octets, written as `64KiB`, `8MiB`, `512` (octets).
public record ByteSize(long octets) {}
