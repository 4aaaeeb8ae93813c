package eu.bekaa.standard.lambdaruntime;

/// Something that answers events: a deployed function, or a handler in this process.
@FunctionalInterface
public interface Invocable {
    /// @throws FunctionFailure what the function reported instead of an answer
    byte[] invoke(byte[] event);
}
