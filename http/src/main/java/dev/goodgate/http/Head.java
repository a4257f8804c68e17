package dev.goodgate.http;

/// A message head that owns its octets.
public final class Head {}
