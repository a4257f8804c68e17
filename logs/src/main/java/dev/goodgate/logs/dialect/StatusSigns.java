package dev.goodgate.logs.dialect;

/// The general signs of an access record: `access.502` and its like, where nothing more exact is
/// known, and `access.relayed` beside it where the upstream itself answered so.
final class StatusSigns {
    private StatusSigns() {}

    /// Adds what that status proves; nothing below 400 nor for what a client merely asked wrongly.
    static void of(Draft draft, int status, boolean relayed) {
        String sign = sign(status);
        if (sign.isEmpty()) return;
        draft.sign(sign);
        if (relayed) draft.sign("access.relayed");
    }

    private static String sign(int status) {
        return switch (status) {
            case 400 -> "access.400";
            case 408 -> "access.408";
            case 413 -> "access.413";
            case 414 -> "access.414";
            case 429 -> "access.429";
            case 431 -> "access.431";
            case 499 -> "access.499";
            case 500 -> "access.500";
            case 502 -> "access.502";
            case 503 -> "access.503";
            case 504 -> "access.504";
            default -> status >= 500 ? "access.5xx" : "";
        };
    }
}
