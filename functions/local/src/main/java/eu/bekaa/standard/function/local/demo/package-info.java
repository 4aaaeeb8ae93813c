/// The demonstration: one assessment, taken from workbook to approved report over HTTP.
@NullMarked
package eu.bekaa.standard.function.local.demo;

import org.jspecify.annotations.NullMarked;
