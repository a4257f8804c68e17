package dev.goodgate.gateway.listener;

/// A listener could not be opened; the message is one sentence for the operator.
public final class BindFailure extends Exception {
    private static final long serialVersionUID = 1;

    BindFailure(String message) {
        super(message);
    }
}
