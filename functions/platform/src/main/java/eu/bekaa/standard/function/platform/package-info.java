/// The platform's own routes: health, signing in, machine keys, organizations, the audit log and its proof.
@NullMarked
package eu.bekaa.standard.function.platform;

import org.jspecify.annotations.NullMarked;
