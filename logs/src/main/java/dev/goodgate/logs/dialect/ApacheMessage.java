package dev.goodgate.logs.dialect;

/// What an Apache error message says besides its words: the client in brackets, whom mod_proxy
/// dialled, its worker, the path.
final class ApacheMessage {
    private final String text;

    ApacheMessage(String text) {
        int referer = text.lastIndexOf(", referer: ");
        this.text = referer < 0 ? text : text.substring(0, referer);
    }

    /// The message without the client's bracket and the referrer.
    String words() {
        int open = text.indexOf("[client ");
        if (open < 0) return text;
        int close = text.indexOf("] ", open);
        return close < 0 ? text : text.substring(0, open) + text.substring(close + 2);
    }

    /// The client's address, empty where none stands.
    String client() {
        int open = text.indexOf("[client ");
        if (open < 0) return "";
        int close = text.indexOf(']', open);
        return address(text.substring(open + 8, close < 0 ? text.length() : close));
    }

    /// The address without its port.
    static String address(String written) {
        int colon = written.lastIndexOf(':');
        if (colon <= 0 || !Shape.digits(written, colon + 1, written.length())) return written;
        boolean port = written.indexOf('.') > 0 || written.length() - colon > 4;
        return port ? written.substring(0, colon) : written;
    }

    /// Whom mod_proxy dialled.
    String upstream() {
        String found = after("attempt to connect to Unix domain socket ");
        if (found.isEmpty()) found = after("attempt to connect to ");
        if (found.isEmpty()) found = after("from remote server ");
        if (found.isEmpty()) found = after("connection to backend: ");
        if (found.isEmpty()) found = after("DNS lookup failure for: ");
        if (found.isEmpty()) found = after("Error during SSL Handshake with remote server ");
        return found.equals("returned") ? "" : found;
    }

    /// The worker's name, from `worker for (name)` and the like.
    String worker() {
        int at = text.indexOf(" for (");
        if (at < 0) return "";
        int close = text.indexOf(')', at);
        return text.substring(at + 6, close < 0 ? text.length() : close);
    }

    /// The status that a module says it answered; -1 where none is said.
    int status() {
        int at = text.indexOf("with code ");
        return at < 0 ? -1 : Shape.status(new Cursor(text, at + 10).word());
    }

    /// The path asked for.
    String path() {
        String found = after("returned by /");
        if (found.isEmpty() && text.endsWith("returned by /")) return "/";
        if (!found.isEmpty()) return "/" + found;
        found = after("valid for the URL ");
        return found.startsWith("/") ? found : "";
    }

    private String after(String mark) {
        int at = text.indexOf(mark);
        if (at < 0) return "";
        String word = new Cursor(text, at + mark.length()).word();
        int end = word.length();
        while (end > 0 && ",;)".indexOf(word.charAt(end - 1)) >= 0) end--;
        return word.substring(0, end);
    }
}
