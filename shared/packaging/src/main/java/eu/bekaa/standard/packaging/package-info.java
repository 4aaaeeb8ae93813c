/// The build's last step for a function: one Lambda zip per platform. Runs in the build alone and needs nothing but the
/// JDK.
@NullMarked
package eu.bekaa.standard.packaging;

import org.jspecify.annotations.NullMarked;
