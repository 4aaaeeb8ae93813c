/// The deterministic engine: what each agent does without a language model.
@NullMarked
package eu.bekaa.standard.assurance.agent.analyst;

import org.jspecify.annotations.NullMarked;
