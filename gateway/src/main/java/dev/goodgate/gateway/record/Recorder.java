package dev.goodgate.gateway.record;

import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.Failure;

/// Where every exchange ends: access log, metrics, incidents. Called on the event loop of the
/// exchange, once an exchange; never blocks, never throws, keeps no reference to what it is given.
public interface Recorder {

    /// The exchange was carried to its end: a relayed answer of any status, or an answer given on
    /// purpose. Allocates nothing.
    void completed(ExchangeRecord exchange);

    /// The exchange failed. Makes the diagnosis and its incident id before anything is written, so
    /// that the answer can carry them; the log line and the incident itself follow with [#failed].
    Diagnosis diagnose(Failure failure);

    /// The failed exchange is over: writes its log line, counts it and keeps its incident.
    void failed(ExchangeRecord exchange, Diagnosis diagnosis);
}
