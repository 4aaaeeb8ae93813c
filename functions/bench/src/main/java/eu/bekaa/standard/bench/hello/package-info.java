/// A function that does nothing, by the framework's own handler.
@NullMarked
package eu.bekaa.standard.bench.hello;

import org.jspecify.annotations.NullMarked;
