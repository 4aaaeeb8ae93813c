/// Takes the analysis queue: agent runs and the steps of workflows.
@NullMarked
package eu.bekaa.standard.function.analysis;

import org.jspecify.annotations.NullMarked;
