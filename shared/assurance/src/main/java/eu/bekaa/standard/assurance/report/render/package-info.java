/// Report contents as HTML, Markdown and CSV, and their charts as SVG. Same content, same bytes.
@NullMarked
package eu.bekaa.standard.assurance.report.render;

import org.jspecify.annotations.NullMarked;
