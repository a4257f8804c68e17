package dev.goodgate.lab.config;

import dev.goodgate.lab.serve.Plan;

/// Configurations that lead a gateway to the lab: the path `/ID/…` goes to the probe of that id,
/// and time limits are a tenth of the usual ones, or less where a fault is about them.
public final class LabConfig {
    private LabConfig() {}

    /// The configuration of this gateway for this plan.
    public static String forGateway(Gateway gateway, Plan plan) {
        Recipe recipe =
                switch (gateway) {
                    case GOODGATE -> new GoodgateRecipe();
                    case NGINX -> new NginxRecipe();
                    case HAPROXY -> new HaproxyRecipe();
                    case CADDY -> new CaddyRecipe();
                };
        return recipe.write(plan);
    }
}
