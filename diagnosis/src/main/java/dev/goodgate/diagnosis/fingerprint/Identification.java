package dev.goodgate.diagnosis.fingerprint;

import dev.goodgate.diagnosis.Diagnosis.Ranked;
import dev.goodgate.diagnosis.Symptom;
import java.util.List;
import java.util.Optional;

/// What a saved response is: who made it, where the failure is, and why it may be. Immutable; texts
/// of the sender in it are printable.
///
/// @param best the match that names the product, empty where none does
/// @param others what else fits, weaker; another product each
/// @param said what `Proxy-Status` reports, nearest the origin first
/// @param causes ranked over all symptoms, the surest first
public record Identification(
        SavedResponse response,
        Verdict verdict,
        Optional<Match> best,
        List<Match> others,
        List<Through> passed,
        List<Said> said,
        String incident,
        List<Symptom> symptoms,
        List<Ranked> causes) {

    /// The kinds of findings.
    public enum Verdict {
        /// Goodgate made it.
        OWN,
        /// A product we know made it.
        PRODUCT,
        /// An intermediary says in `Proxy-Status` what went wrong; its product is not known.
        STATED,
        /// Problem details of nobody we know.
        PROBLEM,
        /// An error page that many products could have made.
        GENERIC,
        /// An error, or a body, that nothing fits.
        UNKNOWN,
        /// No error.
        FINE
    }

    /// A product it passed through and the field that shows it.
    public record Through(Product product, String by) {}

    /// One member of `Proxy-Status`: who says it, the error type and the details, each may be
    /// empty.
    public record Said(String name, String error, String receivedStatus, String details) {}

    public Identification {
        others = List.copyOf(others);
        passed = List.copyOf(passed);
        said = List.copyOf(said);
        symptoms = List.copyOf(symptoms);
        causes = List.copyOf(causes);
    }

    /// Whether something went wrong.
    public boolean problem() {
        return verdict != Verdict.FINE;
    }
}
