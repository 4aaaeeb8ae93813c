/// The rules of the contract over the API of a running platform, a class per section, and the guard that none is
/// without a test.
@NullMarked
package eu.bekaa.standard.function.local.rules;

import org.jspecify.annotations.NullMarked;
