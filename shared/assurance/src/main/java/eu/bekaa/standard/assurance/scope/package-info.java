/// What an assessment looks at, and what it leaves out.
@NullMarked
package eu.bekaa.standard.assurance.scope;

import org.jspecify.annotations.NullMarked;
