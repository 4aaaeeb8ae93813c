package eu.bekaa.standard.web;

/// A request argument that is not JSON and tells its own digest, so that the same request can be recognised.
public interface Digestible {
    /// Lower-case hex, the same for the same content.
    String digest();
}
