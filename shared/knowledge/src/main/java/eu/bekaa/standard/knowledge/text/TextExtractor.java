package eu.bekaa.standard.knowledge.text;

/// Reads the text out of one kind of file.
public interface TextExtractor {
    /// @param content at most 25 MB, whatever it claims to be
    /// @throws UnreadableDocument when this file will never yield its text
    ExtractedText extract(FileType type, byte[] content) throws UnreadableDocument;
}
