/// A function's life in Lambda: its environment, and what happens around its snapshot.
@NullMarked
package eu.bekaa.standard.snapshot;

import org.jspecify.annotations.NullMarked;
