package dev.goodgate.gateway.config;

/// Error pages of the site's own, in place of ours.
public record ErrorPageSettings(
        @Key(
                        value = "",
                        form = Form.FILE,
                        doc = "A file with the page and its slots, beside this file if relative.")
                String html) {}
