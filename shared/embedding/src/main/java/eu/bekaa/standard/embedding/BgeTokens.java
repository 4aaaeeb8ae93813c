package eu.bekaa.standard.embedding;

import ai.djl.huggingface.tokenizers.Encoding;
import java.util.Arrays;

/// The tokens of a text and where each stands in it.
@SuppressWarnings("ArrayRecordComponent") // never compared; copied where they are cut
record BgeTokens(long[] ids, int[] starts, int[] ends) {
    /// The tokenizer counts code points, Java counts UTF-16 units.
    static BgeTokens of(String text, Encoding encoding) {
        var spans = encoding.getCharTokenSpans();
        var starts = new int[spans.length];
        var ends = new int[spans.length];
        int codePoint = 0;
        int unit = 0;
        for (int i = 0; i < spans.length; i++) {
            unit = text.offsetByCodePoints(unit, spans[i].getStart() - codePoint);
            codePoint = spans[i].getStart();
            starts[i] = unit;
            ends[i] = text.offsetByCodePoints(unit, spans[i].getEnd() - codePoint);
        }
        return new BgeTokens(encoding.getIds(), starts, ends);
    }

    int size() {
        return ids.length;
    }

    BgeTokens slice(int from, int to) {
        return new BgeTokens(
                Arrays.copyOfRange(ids, from, to),
                Arrays.copyOfRange(starts, from, to),
                Arrays.copyOfRange(ends, from, to));
    }

    int start() {
        return starts[0];
    }

    int end() {
        return ends[ends.length - 1];
    }
}
