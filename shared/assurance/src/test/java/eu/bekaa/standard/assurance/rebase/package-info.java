@NullMarked
package eu.bekaa.standard.assurance.rebase;

import org.jspecify.annotations.NullMarked;
