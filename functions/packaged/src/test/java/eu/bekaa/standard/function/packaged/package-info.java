/// The shipped zips under Lambda's own runtime client, with the embedded parts behind them.
@NullMarked
package eu.bekaa.standard.function.packaged;

import org.jspecify.annotations.NullMarked;
