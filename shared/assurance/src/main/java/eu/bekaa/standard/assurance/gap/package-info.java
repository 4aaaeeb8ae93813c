/// Gap analysis: what each SoA item's evidence says about its requirement, how great the risk is, and what to do next.
@NullMarked
package eu.bekaa.standard.assurance.gap;

import org.jspecify.annotations.NullMarked;
