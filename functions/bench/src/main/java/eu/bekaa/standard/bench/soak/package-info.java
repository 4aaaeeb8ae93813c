/// What hours of use leave behind, in half an hour.
@NullMarked
package eu.bekaa.standard.bench.soak;

import org.jspecify.annotations.NullMarked;
