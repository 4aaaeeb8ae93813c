/// What the clock brings about: EventBridge rules call here, on a laptop the local platform does.
@NullMarked
package eu.bekaa.standard.function.schedules;

import org.jspecify.annotations.NullMarked;
