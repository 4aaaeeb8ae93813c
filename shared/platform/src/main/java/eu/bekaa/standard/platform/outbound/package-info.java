/// Calls to addresses that customers name. The verdict on an address falls on what its name resolved to, and the
/// connection goes to that very address (STD-150).
@NullMarked
package eu.bekaa.standard.platform.outbound;

import org.jspecify.annotations.NullMarked;
