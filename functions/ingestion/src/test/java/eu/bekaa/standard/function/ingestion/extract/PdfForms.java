package eu.bekaa.standard.function.ingestion.extract;

import eu.bekaa.standard.knowledge.text.FileType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/// PDFs that loop, swell, or hide that they do.
final class PdfForms {
    private static final int BOMB_MEGABYTES = 210;
    private static final byte[] BOMB = packed(1);

    private PdfForms() {}

    static void addTo(Forms forms) {
        bombs(forms);
        loops(forms);
        oddities(forms);
        encrypted(forms);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// A page whose content is this stream.
    /// @param dictionary what the stream says of itself, its length apart
    private static byte[] page(String dictionary, byte[] stream, String more) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(latin("%PDF-1.5\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
                + "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
                + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
                + "/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>>>\nendobj\n"
                + "5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R>>\nendobj\n" + more
                + "4 0 obj\n<<" + dictionary + "/Length " + stream.length + ">>\nstream\n"));
        out.writeBytes(stream);
        out.writeBytes(latin("\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 9>>\n%%EOF\n"));
        return out.toByteArray();
    }

    /// Blanks, packed as often as told.
    private static byte[] packed(int times) {
        var bytes = deflated(out -> {
            var blank = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < BOMB_MEGABYTES; i++) {
                out.write(blank);
            }
        });
        for (int i = 1; i < times; i++) {
            var inner = bytes;
            bytes = deflated(out -> out.write(inner));
        }
        return bytes;
    }

    private interface Writing {
        void to(DeflaterOutputStream out) throws IOException;
    }

    private static byte[] deflated(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes, new Deflater(9))) {
            writing.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void bombs(Forms forms) {
        var plain = "/Filter/FlateDecode";
        for (var dictionary : Map.of(
                        "plain", plain,
                        "short name", "/Filter/Fl",
                        "in a list", "/Filter[/FlateDecode]",
                        "name escaped", "/Filter/#46lateDecode",
                        "key escaped", "/F#69lter/FlateDecode",
                        "said elsewhere", "/Filter 8 0 R",
                        "behind a comment", "/Filter%x\n/FlateDecode",
                        "far away", "/X(" + "x".repeat(70_000) + ")" + plain,
                        "called a picture", "/Subtype/Image/Width 1/Height 1" + plain,
                        "holding a picture", "/X<</Subtype/Image>>" + plain)
                .entrySet()) {
            forms.refused(
                    "bomb, " + dictionary.getKey(),
                    FileType.PDF,
                    () -> page(dictionary.getValue(), BOMB, "8 0 obj\n/FlateDecode\nendobj\n"));
        }
        forms.refused("bomb in a bomb", FileType.PDF, () -> page("/Filter[/FlateDecode/FlateDecode]", packed(2), ""));
        forms.refused(
                "bomb, three deep",
                FileType.PDF,
                () -> page("/Filter[/FlateDecode/FlateDecode/FlateDecode]", packed(3), ""));
        forms.refused("bomb behind a false end", FileType.PDF, () -> page(plain, withFalseEnd(), ""));
        forms.refused(
                "bomb in hexadecimal",
                FileType.PDF,
                () -> page(
                        "/Filter[/ASCIIHexDecode/FlateDecode]",
                        latin(HexFormat.of().formatHex(BOMB) + ">"),
                        ""));
        forms.refused("bomb by run lengths", FileType.PDF, () -> page("/Filter/RunLengthDecode", runs(3_000_000), ""));
        forms.refused(
                "bomb as a form",
                FileType.PDF,
                () -> page("", latin("/X Do"), object(6, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + plain, BOMB)));
        forms.refused(
                "bomb as a character map",
                FileType.PDF,
                () -> page("", latin("BT /F1 9 Tf (A) Tj ET"), object(7, plain, BOMB)));
        forms.refused(
                "bomb as a character map called a picture",
                FileType.PDF,
                () -> page("", latin("BT /F1 9 Tf (A) Tj ET"), object(7, "/Subtype/Image" + plain, BOMB)));
        forms.refused(
                "bomb of objects",
                FileType.PDF,
                () -> page("", latin("BT (A) Tj ET"), object(8, "/Type/ObjStm/N 1/First 5" + plain, BOMB)));
        forms.refused(
                "bomb of objects called a picture",
                FileType.PDF,
                () -> page(
                        "", latin("BT (A) Tj ET"), object(8, "/Type/ObjStm/N 1/First 5/Subtype/Image" + plain, BOMB)));
        forms.survived(
                "a white picture",
                FileType.PDF,
                () -> page(
                        "",
                        latin("/X Do BT /F1 9 Tf (A) Tj ET"),
                        object(
                                6,
                                "/Type/XObject/Subtype/Image/Width 20000/Height 20000/BitsPerComponent 8/ColorSpace/DeviceGray"
                                        + plain,
                                BOMB)));
    }

    private static String object(int number, String dictionary, byte[] stream) {
        return number + " 0 obj\n<<" + dictionary + "/Length " + stream.length + ">>\nstream\n"
                + new String(stream, StandardCharsets.ISO_8859_1) + "\nendstream\nendobj\n";
    }

    /// A block that is kept as it is, with the word that ends a stream in it, before the blocks that swell.
    private static byte[] withFalseEnd() {
        var out = new ByteArrayOutputStream();
        try (var deflate = new DeflaterOutputStream(out, new Deflater(0))) {
            deflate.write(latin("\nendstream\n"));
            deflate.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        var kept = Arrays.copyOf(out.toByteArray(), 2 + 5 + 11);
        kept[2] = 0;
        var swelling = BOMB;
        var all = new ByteArrayOutputStream();
        all.writeBytes(kept);
        all.write(swelling, 2, swelling.length - 2);
        return all.toByteArray();
    }

    private static byte[] runs(int count) {
        var bytes = new byte[2 * count];
        for (int i = 0; i < bytes.length; i += 2) {
            bytes[i] = (byte) 129;
            bytes[i + 1] = ' ';
        }
        return bytes;
    }

    private static void loops(Forms forms) {
        var content = latin("/X Do BT /F1 9 Tf (A) Tj ET");
        forms.survived(
                "form of itself",
                FileType.PDF,
                () -> page(
                        "",
                        content,
                        object(
                                6,
                                "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>",
                                latin("/X Do"))));
        forms.survived(
                "forms of each other",
                FileType.PDF,
                () -> page(
                        "",
                        content,
                        object(
                                        6,
                                        "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 8 0 R>>>>",
                                        latin("/X Do /X Do"))
                                + object(
                                        8,
                                        "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>",
                                        latin("/X Do /X Do"))));
        var proper = page("", content, "");
        for (var change : Map.of(
                        "pages of themselves", new String[] {"/Kids[3 0 R]", "/Kids[2 0 R]"},
                        "page under itself", new String[] {"/Parent 2 0 R", "/Parent 3 0 R"},
                        "content of itself", new String[] {"/Contents 4 0 R", "/Contents[4 0 R 3 0 R]"},
                        "resources of themselves", new String[] {"/Resources<<", "/Resources 3 0 R/X<<"},
                        "a million pages told", new String[] {"/Count 1", "/Count 99999999"},
                        "fewer than no pages", new String[] {"/Count 1", "/Count -5"},
                        "no catalogue", new String[] {"/Root 1 0 R", "/Root 99 0 R"},
                        "previous table is this", new String[] {"/Size 9", "/Size 9/Prev 0"},
                        "enormous page", new String[] {"0 0 612 792", "0 0 1e30 1e30"},
                        "object 2147483647", new String[] {"/Size 9", "/Size 2147483647"})
                .entrySet()) {
            forms.survived(
                    change.getKey(),
                    FileType.PDF,
                    () -> latin(new String(proper, StandardCharsets.ISO_8859_1)
                            .replace(change.getValue()[0], change.getValue()[1])));
        }
        forms.survived(
                "arrays in arrays",
                FileType.PDF,
                () -> page("", content, "8 0 obj\n" + "[".repeat(100_000) + "\nendobj\n"));
        forms.survived(
                "dictionaries in dictionaries",
                FileType.PDF,
                () -> page("", content, "7 0 obj\n" + "<</A ".repeat(100_000) + "\nendobj\n"));
        forms.survived("a million marks", FileType.PDF, () -> page("", latin("q ".repeat(1_000_000)), ""));
        forms.survived("text in text", FileType.PDF, () -> page("", latin("BT ".repeat(200_000) + "(A) Tj"), ""));
    }

    private static void oddities(Forms forms) {
        var content = latin("BT /F1 9 Tf (A) Tj ET");
        for (var action : Map.of(
                        "script at opening", "/OpenAction<</S/JavaScript/JS(app.alert(1))>>",
                        "program at opening", "/OpenAction<</S/Launch/F(/bin/sh)>>",
                        "address at opening", "/OpenAction<</S/URI/URI(http://127.0.0.1:9/)>>",
                        "form that submits", "/AcroForm<</XFA 8 0 R/Fields[]>>",
                        "attached file", "/Names<</EmbeddedFiles<</Names[(a)<</F(a.exe)/EF<</F 8 0 R>>>>]>>>>")
                .entrySet()) {
            forms.survived(
                    action.getKey(),
                    FileType.PDF,
                    () -> latin(new String(page("", content, object(8, "", latin("<x/>"))), StandardCharsets.ISO_8859_1)
                            .replace("/Type/Catalog", "/Type/Catalog" + action.getValue())));
        }
        forms.survived(
                "file elsewhere",
                FileType.PDF,
                () -> page("/F(http://127.0.0.1:9/x)/FFilter/FlateDecode", content, ""));
        forms.survived("unknown filter", FileType.PDF, () -> page("/Filter/NoSuchDecode", content, ""));
        forms.survived(
                "a thousand filters",
                FileType.PDF,
                () -> page("/Filter[" + "/ASCIIHexDecode".repeat(1_000) + "]", latin("41>"), ""));
        forms.survived(
                "length told too large",
                FileType.PDF,
                () -> latin(new String(page("", content, ""), StandardCharsets.ISO_8859_1)
                        .replaceFirst("/Length \\d+>>\nstream\nBT", "/Length 2147483647>>\nstream\nBT")));
        forms.survived(
                "begins late",
                FileType.PDF,
                () -> latin("x".repeat(1_000) + new String(page("", content, ""), StandardCharsets.ISO_8859_1)));
        forms.survived(
                "also a page of HTML",
                FileType.PDF,
                () -> latin("<html><script>alert(1)</script><!--\n"
                        + new String(page("", content, ""), StandardCharsets.ISO_8859_1)));
        forms.survived("also an archive", FileType.PDF, () -> {
            var out = new ByteArrayOutputStream();
            out.writeBytes(page("", content, ""));
            out.writeBytes(Hostile.zip(Forms.parts(FileType.DOCX)));
            return out.toByteArray();
        });
    }

    private static void encrypted(Forms forms) {
        forms.survived(
                "encrypted, no password needed",
                FileType.PDF,
                () -> sealed(page("", latin("BT /F1 9 Tf (A) Tj ET"), ""), "", new byte[0]));
        forms.refused(
                "encrypted, password needed",
                FileType.PDF,
                () -> sealed(page("", latin("BT /F1 9 Tf (A) Tj ET"), ""), "secret", new byte[0]));
        forms.refused(
                "encrypted bomb", FileType.PDF, () -> sealed(page("", latin("BT /F1 9 Tf (A) Tj ET"), ""), "", BOMB));
    }

    /// @param bomb what takes the place of the page's content, already packed; nothing leaves it as it is
    private static byte[] sealed(byte[] pdf, String password, byte[] bomb) {
        var out = new ByteArrayOutputStream();
        try (var document = Loader.loadPDF(pdf)) {
            if (bomb.length > 0) {
                var contents = document.getPage(0).getContentStreams().next().getCOSObject();
                try (var raw = contents.createRawOutputStream()) {
                    raw.write(bomb);
                }
                contents.setItem(COSName.FILTER, COSName.FLATE_DECODE);
            }
            var policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
            document.save(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
