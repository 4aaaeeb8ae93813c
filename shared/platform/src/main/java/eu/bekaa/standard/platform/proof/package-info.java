/// Proofs about the audit log that an outsider can check: signed checkpoints, inclusion proofs, exports.
@NullMarked
package eu.bekaa.standard.platform.proof;

import org.jspecify.annotations.NullMarked;
