/// Lambda's side of the door: what a deployed function has and the local platform has not.
@NullMarked
package eu.bekaa.standard.lambda;

import org.jspecify.annotations.NullMarked;
