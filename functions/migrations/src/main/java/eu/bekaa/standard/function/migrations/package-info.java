/// Brings the schema of a deployment up to date before the functions that need it are switched to. Called by the
/// deployment; does its work once however often it is called.
@NullMarked
package eu.bekaa.standard.function.migrations;

import org.jspecify.annotations.NullMarked;
