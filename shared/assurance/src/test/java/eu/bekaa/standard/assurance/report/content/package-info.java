@NullMarked
package eu.bekaa.standard.assurance.report.content;

import org.jspecify.annotations.NullMarked;
