package eu.bekaa.standard.knowledge.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cuts a text into pieces, always the same ones (STD-43). A piece never crosses a page, so that the page it cites is
/// the page it is on, and is a word-for-word part of the text; between them the pieces hold every visible character.
/// @param tokens  the most a piece holds, estimated
/// @param overlap tokens repeated from the piece before
public record Chunker(ChunkStrategy strategy, int tokens, int overlap) {
    /// About 800 tokens, 80 of them repeated.
    public static final Chunker DEFAULT = new Chunker(ChunkStrategy.BY_TOKENS_ESTIMATE, 800, 80);

    public Chunker {
        if (tokens < 16 || overlap < 0 || overlap > tokens / 2) {
            throw new IllegalArgumentException("A piece has at least 16 tokens and repeats at most half of them.");
        }
    }

    public List<Piece> pieces(ExtractedText document) {
        var pieces = new ArrayList<Piece>();
        int offset = 0;
        for (var page : document.pages()) {
            cut(page, offset, pieces);
            offset += page.text().length() + 1;
        }
        return List.copyOf(pieces);
    }

    private void cut(PageText page, int offset, List<Piece> pieces) {
        var text = page.text();
        int start = Tokens.skipSpace(text, 0, text.length());
        while (start < text.length()) {
            int[] starts = tokenStarts(text, start);
            int kept = kept(text, starts);
            int end = trimmed(text, start, starts[kept]);
            pieces.add(new Piece(
                    pieces.size(),
                    text.substring(start, end),
                    offset + start,
                    offset + end,
                    kept,
                    page.number(),
                    page.label()));
            start = starts[kept] == text.length() ? text.length() : starts[kept - repeated(text, starts, kept)];
        }
    }

    /// Where each token of the next piece begins, up to the limit, and last where the one after it would.
    private int[] tokenStarts(String text, int start) {
        var starts = new int[tokens + 1];
        starts[0] = start;
        for (int count = 1; count <= tokens; count++) {
            starts[count] = Tokens.skipSpace(text, Tokens.end(text, starts[count - 1], text.length()), text.length());
            if (starts[count] == text.length()) {
                return Arrays.copyOf(starts, count + 1);
            }
        }
        return starts;
    }

    /// How many tokens the piece keeps: all if the text ends there, else up to the last cut of the best kind that
    /// leaves it at least half full.
    private int kept(String text, int[] starts) {
        int all = starts.length - 1;
        if (starts[all] == text.length()) {
            return all;
        }
        int least = strategy == ChunkStrategy.BY_PARAGRAPHS ? 1 : tokens / 2 + 1;
        int best = all;
        var kind = Boundary.NONE;
        for (int count = all; count >= least && kind != Boundary.PARAGRAPH; count--) {
            var here = Boundary.at(text, starts[0], starts[count]);
            if (here.compareTo(kind) > 0) {
                best = count;
                kind = here;
            }
        }
        return best;
    }

    /// How many tokens before the cut the next piece begins: at a sentence if one begins there, else at a word.
    private int repeated(String text, int[] starts, int kept) {
        int word = 0;
        int sentence = 0;
        for (int back = 1; strategy == ChunkStrategy.BY_TOKENS_ESTIMATE && back <= overlap; back++) {
            var kind = Boundary.at(text, starts[0], starts[kept - back]);
            word = kind.compareTo(Boundary.WORD) >= 0 ? back : word;
            sentence = kind.compareTo(Boundary.SENTENCE) >= 0 ? back : sentence;
        }
        return sentence > 0 ? sentence : word;
    }

    private static int trimmed(String text, int start, int cut) {
        int last = cut;
        while (last > start && Tokens.isSpace(text.charAt(last - 1))) {
            last--;
        }
        return last;
    }
}
