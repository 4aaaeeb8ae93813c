package eu.bekaa.standard.embedding;

import eu.bekaa.standard.knowledge.embedding.Embedder;
import eu.bekaa.standard.knowledge.embedding.EmbeddingModel;
import eu.bekaa.standard.knowledge.embedding.Vector;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The default embedder: no network, no credentials, 0.6 s to load at first use.
@Singleton
public final class BgeEmbedder implements Embedder, AutoCloseable {
    /// The instruction that this model's makers trained its questions with.
    static final String INSTRUCTION = "Represent this sentence for searching relevant passages: ";

    private final EmbeddingModel model = BgeConstants.model();
    private @Nullable BgeEngine engine;

    @Override
    public EmbeddingModel model() {
        return model;
    }

    @Override
    public List<Part> passage(String text) {
        var loaded = engine();
        return windows(loaded.tokens(text)).stream()
                .map(window -> new Part(window.start(), window.end(), model.passage(loaded.embed(window))))
                .toList();
    }

    /// As many windows as the text needs, of even length: a last one of three words would mean little.
    static List<BgeTokens> windows(BgeTokens tokens) {
        var windows = new ArrayList<BgeTokens>();
        int count = Math.ceilDiv(tokens.size(), BgeEngine.MAX_TOKENS);
        for (int i = 0; i < count; i++) {
            windows.add(tokens.slice(tokens.size() * i / count, tokens.size() * (i + 1) / count));
        }
        return windows;
    }

    @Override
    public Vector query(String text) {
        var loaded = engine();
        var tokens = loaded.tokens(INSTRUCTION + text);
        var mean = new float[model.dimensions()];
        int windows = Math.max(1, Math.ceilDiv(tokens.size(), BgeEngine.MAX_TOKENS));
        for (int i = 0; i < windows; i++) {
            int from = i * BgeEngine.MAX_TOKENS;
            var window = loaded.embed(tokens.slice(from, Math.min(tokens.size(), from + BgeEngine.MAX_TOKENS)));
            for (int d = 0; d < mean.length; d++) {
                mean[d] += window[d] / windows;
            }
        }
        return model.query(mean);
    }

    /// Loads the model now, for a process that would rather wait before its first request than in it.
    public void load() {
        engine();
    }

    private synchronized BgeEngine engine() {
        var loaded = engine;
        if (loaded == null) {
            loaded = BgeEngine.load();
            engine = loaded;
        }
        return loaded;
    }

    @Override
    @PreDestroy
    public synchronized void close() {
        if (engine != null) {
            engine.close();
            engine = null;
        }
    }
}
