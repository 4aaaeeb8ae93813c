/// Work that outlives its request: accepted as a row, announced by a queue message, done once.
@NullMarked
package eu.bekaa.standard.queue;

import org.jspecify.annotations.NullMarked;
