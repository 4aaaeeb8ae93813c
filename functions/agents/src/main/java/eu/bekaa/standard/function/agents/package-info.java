/// Agent runs and workflows over HTTP. No rules, no SQL.
@NullMarked
package eu.bekaa.standard.function.agents;

import org.jspecify.annotations.NullMarked;
