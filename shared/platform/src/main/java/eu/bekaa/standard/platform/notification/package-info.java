/// Letters to people about what happened: to those who are asked, who asked, or who must look after it.
@NullMarked
package eu.bekaa.standard.platform.notification;

import org.jspecify.annotations.NullMarked;
