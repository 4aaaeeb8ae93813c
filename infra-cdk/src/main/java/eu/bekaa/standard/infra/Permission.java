package eu.bekaa.standard.infra;

import eu.bekaa.standard.queue.Queue;

/// Something a function may do beyond working on the database as the application role.
public sealed interface Permission {
    /// Read objects of an area.
    record Read(Area area) implements Permission {}

    /// Write objects of an area.
    record Write(Area area) implements Permission {}

    /// Delete objects of an area.
    record Delete(Area area) implements Permission {}

    /// Learn which objects there are. Without it S3 answers 403, not 404, when asked for an object that is absent.
    /// @param prefix what listings must begin with
    record List(String prefix) implements Permission {}

    /// Send messages to a queue.
    record Ring(Queue queue) implements Permission {}

    /// Call addresses on the internet.
    record GoOut() implements Permission {}

    /// Wrap and unwrap the keys of secrets that must be read again.
    record KeepSecrets() implements Permission {}

    /// Sign audit logs with the key that never leaves KMS, which is reached over the internet.
    record Sign() implements Permission {}

    /// Send letters, where the stage has a sender.
    record SendMail() implements Permission {}

    /// Ask a language model, where the stage names one; that, too, is out on the internet.
    record AskModel() implements Permission {}
}
