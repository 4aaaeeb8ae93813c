/// The language model as agents see it. Which one answers is the deployment's choice; there may be none.
@NullMarked
package eu.bekaa.standard.assurance.agent.language;

import org.jspecify.annotations.NullMarked;
