package eu.bekaa.standard.catalog.imports;

import java.util.UUID;

/// The version that a load is filling.
/// @param importOrder its place in the order of imports
record NewVersion(UUID id, long importOrder, boolean isSynthetic) {}
