package dev.goodgate.lab;

import java.net.URI;
import java.nio.file.Path;

/// Where our own gateway tells what it saw: its access log (JSON lines) and its admin listener.
public record Insight(Path accessLog, URI admin) {}
