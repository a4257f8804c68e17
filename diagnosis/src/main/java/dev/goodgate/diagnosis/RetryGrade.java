package dev.goodgate.diagnosis;

/// How far it is proven that another attempt does no harm (RFC 9110 section 9.2.2).
public enum RetryGrade {
    /// Proven unprocessed: no octet of the request was handed to the kernel on that connection.
    ANY,
    /// Perhaps processed: safe for idempotent requests whose body can be replayed, before any
    /// response octet.
    IDEMPOTENT,
    /// Never on our own account.
    NEVER,
    /// There is nothing to retry.
    NOT_A_FAILURE
}
