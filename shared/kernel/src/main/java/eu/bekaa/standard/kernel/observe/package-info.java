/// What the rooms of the product tell about themselves, in one vocabulary.
@NullMarked
package eu.bekaa.standard.kernel.observe;

import org.jspecify.annotations.NullMarked;
