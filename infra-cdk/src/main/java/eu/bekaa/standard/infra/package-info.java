/// The AWS deployment: one list of functions, and the stacks made from it.
@NullMarked
package eu.bekaa.standard.infra;

import org.jspecify.annotations.NullMarked;
