package eu.bekaa.standard.queue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A Lambda handler that reads and writes its JSON itself. The runtime client's own reader cannot be rehearsed before a
/// snapshot, so that the first event after it would wait for it. Not a bean: Lambda makes a handler without arguments,
/// the local platform with its own context.
/// @param <E> an event
/// @param <A> an answer; null for none
public abstract class EventFunction<E, A extends @Nullable Object> implements RequestStreamHandler, Resource {
    private static final Logger LOG = LoggerFactory.getLogger(EventFunction.class);
    private static final int ROUNDS = 50;

    private final JsonMapper json;
    private final Class<E> type;

    /// Made after the beans, so that it is heard before them when a snapshot is to be taken: it still needs the
    /// database then.
    protected EventFunction(JsonMapper json, Class<E> type) {
        this.json = json;
        this.type = type;
        Core.getGlobalContext().register(this);
    }

    public abstract A handle(E event);

    /// Does what comes with every event and changes nothing.
    protected abstract void rehearse();

    /// @throws IOException when what comes is no such event
    @Override
    public final void handleRequest(
            InputStream event, OutputStream answer, com.amazonaws.services.lambda.runtime.@Nullable Context context)
            throws IOException {
        var read = json.readValue(event, type);
        if (read == null) {
            throw new IOException("The event is empty.");
        }
        write(answer, handle(read));
    }

    /// A function that cannot rehearse starts slower, that is all.
    @Override
    public final void beforeCheckpoint(Context<? extends Resource> resources) {
        try {
            for (int round = 0; round < ROUNDS; round++) {
                rehearse();
            }
        } catch (RuntimeException failure) {
            LOG.warn("The function could not be primed", failure);
        }
    }

    @Override
    public final void afterRestore(Context<? extends Resource> resources) {
        // what was rehearsed is known
    }

    /// Reads such an event and writes such an answer.
    protected final void rehearse(E event, A answer) {
        try {
            json.readValue(json.writeValueAsBytes(event), type);
            write(OutputStream.nullOutputStream(), answer);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void write(OutputStream out, A answer) throws IOException {
        if (answer != null) {
            json.writeValue(out, answer);
        }
    }
}
