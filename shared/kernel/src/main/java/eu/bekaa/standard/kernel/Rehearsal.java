package eu.bekaa.standard.kernel;

/// Done once before the snapshot of a function is taken, so that the first event after it waits for nothing to be
/// loaded. Leaves no trace. One that fails makes that event slower, that is all.
public interface Rehearsal {
    void rehearse();
}
