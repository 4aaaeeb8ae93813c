package eu.bekaa.standard.knowledge.search;

import eu.bekaa.standard.knowledge.embedding.Embedder;
import eu.bekaa.standard.knowledge.embedding.Vector;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The vectors of questions, the latest kept: the controls of a framework are asked again at every refresh.
@Singleton
class Questions {
    /// About 2 MB; more than the controls of any SCF version.
    private static final int KEPT = 4096;

    private final Embedder embedder;
    private final Map<String, Vector> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Vector> eldest) {
            return size() > KEPT;
        }
    });

    Questions(Embedder embedder) {
        this.embedder = embedder;
    }

    Vector vector(String question) {
        var hash = hash(question);
        var known = kept.get(hash);
        if (known != null) {
            return known;
        }
        var vector = embedder.query(question);
        kept.put(hash, vector);
        return vector;
    }

    /// All at once, on all cores.
    Map<String, Vector> vectors(Collection<String> questions) {
        return Set.copyOf(questions).parallelStream().collect(Collectors.toMap(question -> question, this::vector));
    }

    /// All that is ever recorded of a question (STD-8).
    static String hash(String question) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(question.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
