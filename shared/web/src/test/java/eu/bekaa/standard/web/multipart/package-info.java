/// Tests of forms with files.
@NullMarked
package eu.bekaa.standard.web.multipart;

import org.jspecify.annotations.NullMarked;
