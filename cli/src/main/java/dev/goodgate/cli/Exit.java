package dev.goodgate.cli;

/// How a command ended, as the shell sees it.
enum Exit {
    /// Fine.
    FINE(0),
    /// It worked and found a problem.
    PROBLEM(1),
    /// Wrong usage or wrong configuration: the caller can mend it.
    WRONG(2),
    /// It failed itself.
    FAILED(3);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
