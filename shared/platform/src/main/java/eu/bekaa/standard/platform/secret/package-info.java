/// Secrets that must be read again: kept encrypted, each under a data key of its own, bound to their owner.
@NullMarked
package eu.bekaa.standard.platform.secret;

import org.jspecify.annotations.NullMarked;
