/// Checks an exported audit log without the product, without a network and without a library: plain Java, to be read
/// before it is trusted.
@NullMarked
package eu.bekaa.standard.verifier;

import org.jspecify.annotations.NullMarked;
