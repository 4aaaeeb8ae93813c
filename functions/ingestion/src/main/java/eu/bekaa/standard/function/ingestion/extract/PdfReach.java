package eu.bekaa.standard.function.ingestion.extract;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdmodel.PDDocument;

/// Follows the pages of an opened PDF to every stream that reading their text can unpack, and unpacks it once within
/// [Limits]: encryption is off by now, and a stream is a picture by where it is used, not by what it says of itself.
final class PdfReach {
    private static final Set<String> ELSEWHERE =
            Set.of("Parent", "Annots", "Metadata", "PieceInfo", "Thumb", "AA", "StructParents", "B");
    private static final Set<String> PICTURES = Set.of("SMask", "Mask", "Alternates", "Image");
    private static final int BETWEEN_FILTERS = 32 << 20;

    private final Limits limits = new Limits();
    private final Deadline deadline;
    private final Deque<Step> ahead = new ArrayDeque<>();
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<COSBase> pictures = Collections.newSetFromMap(new IdentityHashMap<>());

    /// @param key what it is called where it was found
    /// @param in  what that place is called itself
    private record Step(COSBase value, String key, String in) {
        boolean mayBePicture() {
            return PICTURES.contains(key) || in.equals("XObject") || PICTURES.contains(in);
        }
    }

    private PdfReach(Deadline deadline) {
        this.deadline = deadline;
    }

    /// @throws Limits.Exceeded when they unpack to too much
    static void check(PDDocument document, Deadline deadline) throws IOException {
        var reach = new PdfReach(deadline);
        for (var page : document.getPages()) {
            reach.ahead.push(new Step(page.getCOSObject(), "Page", ""));
            // what a page inherits stands above it
            if (page.getResources() != null) {
                reach.ahead.push(new Step(page.getResources().getCOSObject(), "Resources", "Page"));
            }
            while (!reach.ahead.isEmpty()) {
                reach.take(reach.ahead.pop());
            }
        }
    }

    private void take(Step step) throws IOException {
        deadline.check();
        var value = step.value() instanceof COSObject reference ? reference.getObject() : step.value();
        if (value instanceof COSStream stream
                && step.mayBePicture()
                && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
            if (pictures.add(stream)) {
                follow(stream, step.key());
            }
            return;
        }
        if (value == null || !seen.add(value)) {
            return;
        }
        if (value instanceof COSStream stream) {
            unpack(stream);
        }
        if (value instanceof COSDictionary dictionary) {
            follow(dictionary, step.key());
        } else if (value instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i) != null) {
                    ahead.push(new Step(array.get(i), step.key(), step.in()));
                }
            }
        }
    }

    private void follow(COSDictionary dictionary, String key) {
        dictionary.entrySet().forEach(entry -> {
            if (!ELSEWHERE.contains(entry.getKey().getName()) && entry.getValue() != null) {
                ahead.push(new Step(entry.getValue(), entry.getKey().getName(), key));
            }
        });
    }

    private void unpack(COSStream stream) throws IOException {
        var filters = filters(stream);
        InputStream packed = stream.createRawInputStream();
        long size = stream.getLength();
        for (int i = 0; i < filters.size(); i++) {
            boolean last = i == filters.size() - 1;
            var unpacked = new ByteArrayOutputStream();
            var bounded = new Bounded(size, last ? OutputStream.nullOutputStream() : unpacked, last);
            // some filters write byte by byte
            try (var from = packed;
                    var to = new BufferedOutputStream(bounded)) {
                FilterFactory.INSTANCE.getFilter(filters.get(i)).decode(from, to, stream, i);
            } catch (Limits.Exceeded bomb) {
                throw bomb;
            } catch (IOException | RuntimeException corrupt) {
                return;
            }
            packed = new ByteArrayInputStream(unpacked.toByteArray());
        }
    }

    private static List<COSName> filters(COSStream stream) {
        var filters = new ArrayList<COSName>();
        switch (stream.getFilters()) {
            case COSName one -> filters.add(one);
            case COSArray several ->
                several.toList().forEach(each -> {
                    if (each instanceof COSName name) {
                        filters.add(name);
                    }
                });
            case null, default -> {}
        }
        return filters;
    }

    private final class Bounded extends OutputStream {
        private final long packed;
        private final OutputStream to;
        private final boolean last;
        private long written;

        Bounded(long packed, OutputStream to, boolean last) {
            this.packed = packed;
            this.to = to;
            this.last = last;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            deadline.check();
            written += length;
            limits.count(packed, written, length);
            if (!last && written > BETWEEN_FILTERS) {
                throw new Limits.Exceeded();
            }
            to.write(bytes, offset, length);
        }
    }
}
