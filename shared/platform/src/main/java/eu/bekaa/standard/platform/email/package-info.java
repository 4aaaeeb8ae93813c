/// Letters: templates with escaped variables, and whoever carries them (contract §17, STD-154).
@NullMarked
package eu.bekaa.standard.platform.email;

import org.jspecify.annotations.NullMarked;
