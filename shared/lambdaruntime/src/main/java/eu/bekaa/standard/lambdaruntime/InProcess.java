package eu.bekaa.standard.lambdaruntime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// A handler of HTTP events in this process, reached by way of its events' JSON: much of the deployed shape without a
/// process of its own. The handler is told nothing of its invocation.
public final class InProcess implements Invocable {
    private final RequestStreamHandler handler;

    public InProcess(RequestStreamHandler handler) {
        this.handler = handler;
    }

    @Override
    public byte[] invoke(byte[] event) {
        var answer = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(event), answer, null);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return answer.toByteArray();
    }
}
