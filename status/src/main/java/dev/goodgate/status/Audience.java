package dev.goodgate.status;

import java.util.Locale;

/// Who is told what to do.
public enum Audience {
    /// Who looks at a page or uses an app.
    VISITOR,
    /// Whose site it is, with a control panel rather than a shell.
    OWNER,
    /// Who runs the servers.
    ADMINISTRATOR;

    /// As it is written in files and JSON.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
