@NullMarked
package eu.bekaa.standard.assurance.report.render;

import org.jspecify.annotations.NullMarked;
