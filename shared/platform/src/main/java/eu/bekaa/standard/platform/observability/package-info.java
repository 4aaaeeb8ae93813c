/// What operators see: figures now and over time, rules that watch them, the state of what the product depends on
/// (contract §16).
@NullMarked
package eu.bekaa.standard.platform.observability;

import org.jspecify.annotations.NullMarked;
