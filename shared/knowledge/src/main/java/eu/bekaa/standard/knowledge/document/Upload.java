package eu.bekaa.standard.knowledge.document;

import org.jspecify.annotations.Nullable;

/// A file as a client sends it.
/// @param filename    unsanitised
/// @param contentType what the client calls it
public record Upload(String filename, @Nullable String contentType, byte[] content, DocumentDetails details) {}
