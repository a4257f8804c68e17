package dev.goodgate.lab.config;

import dev.goodgate.lab.serve.Plan;

/// How one gateway is told to lead `/ID/…` to the endpoints of the probe of that id.
interface Recipe {
    /// The whole configuration file.
    String write(Plan plan);
}
