package eu.bekaa.standard.kernel.observe;

import eu.bekaa.standard.kernel.Caller;
import java.util.List;

/// Knows figures about an organization's work.
public interface MeasurementSource {
    /// What it measures, also where there is nothing to count yet.
    List<String> names();

    /// The figures of this moment, of the caller's organization, within the open transaction.
    List<Measurement> measure(Caller caller);
}
