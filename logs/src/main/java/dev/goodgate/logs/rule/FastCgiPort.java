package dev.goodgate.logs.rule;

/// HTTP was spoken to port 9000 for a PHP file, and the connection was broken off: php-fpm stands
/// there, and it speaks FastCGI.
final class FastCgiPort implements Rule {
    private static final int STRONG = 80;

    @Override
    public String id() {
        return "fastcgi-port";
    }

    @Override
    public void weigh(Facts facts, Beliefs beliefs) {
        boolean broken = facts.sign("nginx.response.reset") || facts.sign("nginx.response.closed");
        if (!broken || !facts.says("upstream: \"http://") || !facts.says(".php")) return;
        boolean port = facts.some(upstream -> Facts.port(upstream).equals("9000"));
        if (port) beliefs.raise("protocol-mismatch", STRONG, id());
    }
}
