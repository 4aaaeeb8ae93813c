package eu.bekaa.standard.catalog.workbook;

import eu.bekaa.standard.kernel.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/// The XML of one part on its way to the parser, which holds a tag, a comment or a text as a whole before it tells of
/// it: no piece may be so long that it fills the memory.
final class GuardedXml extends FilterInputStream {
    /// Bytes from one `<` to the next, or of one comment or the like; a full cell in character references has 300,000.
    static final int LONGEST_PIECE = 1 << 20;

    private final LongConsumer unpacked;
    private Inside inside = Inside.MARKUP;
    private int last;
    private int beforeLast;
    private int piece;

    /// What a `<` does not end.
    private enum Inside {
        MARKUP,
        COMMENT,
        DATA,
        INSTRUCTION
    }

    /// @param unpacked told how many bytes have come
    GuardedXml(InputStream in, LongConsumer unpacked) {
        super(in);
        this.unpacked = unpacked;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            unpacked.accept(1);
            look(read);
        }
        return read;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        int read = super.read(to, offset, length);
        if (read > 0) {
            unpacked.accept(read);
            for (int at = offset; at < offset + read; at++) {
                look(to[at]);
            }
        }
        return read;
    }

    private void look(int character) {
        if (character == 0) {
            throw Refusal.invalid("file", "A part of the workbook is not UTF-8.");
        }
        switch (inside) {
            case MARKUP -> {
                if (character == '<') {
                    piece = 0;
                } else if (last == '<' && character == '?') {
                    inside = Inside.INSTRUCTION;
                } else if (beforeLast == '<' && last == '!') {
                    inside = character == '-' ? Inside.COMMENT : character == '[' ? Inside.DATA : Inside.MARKUP;
                }
            }
            case COMMENT -> inside = ended(character, '-') ? Inside.MARKUP : Inside.COMMENT;
            case DATA -> inside = ended(character, ']') ? Inside.MARKUP : Inside.DATA;
            case INSTRUCTION -> inside = last == '?' && character == '>' ? Inside.MARKUP : Inside.INSTRUCTION;
        }
        if (++piece > LONGEST_PIECE) {
            throw Refusal.invalid("file", "A part of the workbook holds a tag or text of more than a megabyte.");
        }
        beforeLast = last;
        last = character;
    }

    private boolean ended(int character, char mark) {
        return beforeLast == mark && last == mark && character == '>';
    }
}
