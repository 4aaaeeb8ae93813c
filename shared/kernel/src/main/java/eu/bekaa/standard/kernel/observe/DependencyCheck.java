package eu.bekaa.standard.kernel.observe;

import eu.bekaa.standard.kernel.Caller;

/// Tells whether something that the product needs answers.
public interface DependencyCheck {
    /// A word, for instance `database`.
    String dependency();

    /// Asks it, for a second or two at most.
    /// @throws Exception when it does not answer
    void ask(Caller caller) throws Exception;
}
