package eu.bekaa.standard.embedding;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;

/// The model itself. A session keeps no state between runs, so all threads share one; each run stays on its caller's
/// thread and reads one text, because a quantised model is slower, and answers differently, in padded batches.
final class BgeEngine implements AutoCloseable {
    /// What the model reads at once, besides its two marks.
    static final int MAX_TOKENS = 510;

    private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
    private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";
    private static final long BEGIN = 101;
    private static final long END = 102;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;

    private BgeEngine(OrtEnvironment environment, OrtSession session, HuggingFaceTokenizer tokenizer) {
        this.environment = environment;
        this.session = session;
        this.tokenizer = tokenizer;
    }

    /// The tokenizer's library looks for its native code by way of the thread's class loader, which on Lambda knows the
    /// function on the function's own threads alone, not on those of the common pool.
    static BgeEngine load() {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(BgeEngine.class.getClassLoader());
        try {
            return loaded();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static BgeEngine loaded() {
        var environment = OrtEnvironment.getEnvironment();
        try (var model = resource(MODEL);
                var vocabulary = resource(TOKENIZER);
                var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // the tokenizer would cut at its own limit without a word
            var tokenizer =
                    HuggingFaceTokenizer.newInstance(vocabulary, Map.of("truncation", "false", "padding", "false"));
            return new BgeEngine(environment, environment.createSession(model.readAllBytes(), options), tokenizer);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (OrtException broken) {
            throw new IllegalStateException("The embedding model does not load.", broken);
        }
    }

    BgeTokens tokens(String text) {
        return BgeTokens.of(text, tokenizer.encode(text, false, false));
    }

    /// The unit vector of at most [#MAX_TOKENS] tokens.
    float[] embed(BgeTokens tokens) {
        var ids = new long[tokens.size() + 2];
        ids[0] = BEGIN;
        System.arraycopy(tokens.ids(), 0, ids, 1, tokens.size());
        ids[ids.length - 1] = END;
        var attended = new long[ids.length];
        Arrays.fill(attended, 1);
        try (var input = OnnxTensor.createTensor(environment, new long[][] {ids});
                var mask = OnnxTensor.createTensor(environment, new long[][] {attended});
                var types = OnnxTensor.createTensor(environment, new long[][] {new long[ids.length]});
                var result = session.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
            // the state of the first token stands for the text
            var first = new float[BgeConstants.DIMENSIONS];
            ((OnnxTensor) result.get(0)).getFloatBuffer().get(first);
            return unit(first);
        } catch (OrtException broken) {
            throw new IllegalStateException("The embedding model failed.", broken);
        }
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float component : vector) {
            squares += component * component;
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }

    private static InputStream resource(String name) {
        var stream = BgeEngine.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("The embedding model is not on the class path: " + name);
        }
        return stream;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException broken) {
            throw new IllegalStateException("The embedding model does not close.", broken);
        } finally {
            tokenizer.close();
        }
    }
}
