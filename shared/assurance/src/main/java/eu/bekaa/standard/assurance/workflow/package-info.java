/// Lifecycle runs: an assessment taken from document to closing by the product itself, as far as people let it. It
/// drafts, it waits at every gate, it never approves (contract §15).
@NullMarked
package eu.bekaa.standard.assurance.workflow;

import org.jspecify.annotations.NullMarked;
