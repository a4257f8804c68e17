package dev.goodgate.lab.config;

/// The gateways that the lab can write a configuration for.
public enum Gateway {
    GOODGATE(new GoodgateRecipe()),
    NGINX(new NginxRecipe()),
    HAPROXY(new HaproxyRecipe()),
    CADDY(new CaddyRecipe());

    private final Recipe recipe;

    Gateway(Recipe recipe) {
        this.recipe = recipe;
    }

    Recipe recipe() {
        return recipe;
    }
}
