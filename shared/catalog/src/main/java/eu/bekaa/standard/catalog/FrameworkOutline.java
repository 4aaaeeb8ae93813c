package eu.bekaa.standard.catalog;

import io.micronaut.core.annotation.Introspected;

/// A framework as one version knows it, in brief.
/// @param unmapped requirements without an official mapping in the version
@Introspected
public record FrameworkOutline(String frameworkName, String versionLabel, long unmapped) {}
