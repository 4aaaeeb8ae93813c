package eu.bekaa.standard.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChunkerTest {
    private static final Chunker SMALL = new Chunker(ChunkStrategy.BY_TOKENS_ESTIMATE, 60, 12);

    @Test
    void std43_theDefaultIsAbout800TokensWith80Overlap() {
        var pieces = Chunker.DEFAULT.pieces(ExtractedText.unpaged(prose(20_000)));
        assertThat(pieces).hasSizeGreaterThan(20);
        for (int i = 1; i < pieces.size(); i++) {
            var before = pieces.get(i - 1);
            int shared = Tokens.count(
                    before.text(),
                    before.text().length() - (before.endOffset() - pieces.get(i).startOffset()),
                    before.text().length());
            assertThat(before.tokens()).isBetween(400, 800);
            assertThat(shared).isBetween(1, 80);
        }
    }

    @Test
    void std43_everyPieceIsWordForWordAndNothingIsLost() {
        var random = new Random(7);
        for (var strategy : ChunkStrategy.values()) {
            for (int round = 0; round < 60; round++) {
                var document = new ExtractedText(List.of(
                        PageText.numbered(1, noise(random, 3000)),
                        PageText.numbered(2, ""),
                        PageText.numbered(3, noise(random, 900))));
                var whole = document.whole();
                var pieces = new Chunker(strategy, 40, 8).pieces(document);
                var covered = new boolean[whole.length()];
                for (var piece : pieces) {
                    assertThat(whole.substring(piece.startOffset(), piece.endOffset()))
                            .isEqualTo(piece.text());
                    assertThat(piece.tokens())
                            .isEqualTo(
                                    Tokens.count(piece.text(), 0, piece.text().length()))
                            .isBetween(1, 40);
                    Arrays.fill(covered, piece.startOffset(), piece.endOffset(), true);
                }
                for (int i = 0; i < covered.length; i++) {
                    assertThat(covered[i] || Tokens.isSpace(whole.charAt(i)))
                            .as("character %d", i)
                            .isTrue();
                }
                assertThat(new Chunker(strategy, 40, 8).pieces(document)).isEqualTo(pieces);
            }
        }
    }

    @Test
    void aPieceEndsAtAParagraphOrASentence() {
        var text = ("Every account has an owner. Access is reviewed each quarter by that owner, in writing.\n\n")
                .repeat(12);
        assertThat(SMALL.pieces(ExtractedText.unpaged(text)))
                .allSatisfy(piece -> assertThat(piece.text()).endsWith("."));
        assertThat(SMALL.pieces(ExtractedText.unpaged(text.replace("\n\n", " "))))
                .allSatisfy(piece -> assertThat(piece.text()).endsWith("."))
                .allSatisfy(piece -> assertThat(piece.text()).matches("(?s)(Every|Access).*"));
    }

    @Test
    void aPieceNeverCrossesAPage() {
        var document = new ExtractedText(List.of(
                PageText.numbered(1, "The plan is tested yearly"),
                new PageText(2, "Tab", "and after each incident."),
                PageText.numbered(3, " \n ")));
        var pieces = SMALL.pieces(document);
        assertThat(pieces).extracting(Piece::pageNumber).containsExactly(1, 2);
        assertThat(pieces.getLast().pageLabel()).isEqualTo("Tab");
        assertThat(pieces.getLast().startOffset()).isEqualTo(26);
    }

    @Test
    void std43_paragraphsStayWholeAndPagesToo() {
        var text = ("Backups are kept for thirty days. " + "They are restored once a year to prove it.\n\n").repeat(8);
        var paragraphs = new Chunker(ChunkStrategy.BY_PARAGRAPHS, 60, 12).pieces(ExtractedText.unpaged(text));
        assertThat(paragraphs)
                .allSatisfy(
                        piece -> assertThat(piece.text()).startsWith("Backups").endsWith("prove it."));
        var pages = new ArrayList<PageText>();
        for (int page = 1; page <= 5; page++) {
            pages.add(PageText.numbered(page, "Page " + page + ". " + text.substring(0, 80)));
        }
        assertThat(new Chunker(ChunkStrategy.BY_PAGES, 60, 12).pieces(new ExtractedText(pages)))
                .hasSize(5);
    }

    @Test
    void textWithoutSpacesIsCutBetweenCharacters() {
        var text = "验".repeat(100) + "𝒳".repeat(100) + "x".repeat(1000);
        var pieces = SMALL.pieces(ExtractedText.unpaged(text));
        var joined = new StringBuilder();
        pieces.forEach(piece -> joined.append(piece.text()));
        assertThat(joined.toString()).isEqualTo(text);
        assertThat(pieces)
                .allSatisfy(piece -> assertThat(
                                Character.isLowSurrogate(piece.text().charAt(0)))
                        .isFalse());
    }

    @Test
    void whatPostgresCannotStoreIsReplaced() {
        assertThat(PageText.unpaged("a\0b\uD800c😀").text()).isEqualTo("a�b�c😀");
    }

    private static String prose(int words) {
        var random = new Random(1);
        var text = new StringBuilder();
        for (int word = 1; word <= words; word++) {
            text.append("accessible".substring(0, 2 + random.nextInt(8)));
            text.append(word % 120 == 0 ? ".\n\n" : word % 12 == 0 ? ". " : " ");
        }
        return text.toString();
    }

    private static String noise(Random random, int length) {
        var text = new StringBuilder();
        var alphabet = List.of(
                "a", "bc", " ", " ", "\n", "\n\n", ".", ". ", "ß", "😀", "験", "\t", "longerword", "-", "\u00a0", "7");
        while (text.length() < length) {
            text.append(alphabet.get(random.nextInt(alphabet.size())));
        }
        return text.toString();
    }
}
