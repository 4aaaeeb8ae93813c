@NullMarked
package eu.bekaa.standard.infra;

import org.jspecify.annotations.NullMarked;
