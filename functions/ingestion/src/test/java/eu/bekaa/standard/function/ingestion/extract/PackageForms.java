package eu.bekaa.standard.function.ingestion.extract;

import eu.bekaa.standard.knowledge.text.FileType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Archives that lie, loop, escape or swell.
final class PackageForms {
    private static final int MEGABYTE = 1 << 20;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;

    private PackageForms() {}

    static void addTo(Forms forms) {
        for (var type : List.of(FileType.DOCX, FileType.XLSX, FileType.PPTX)) {
            names(forms, type);
            bombs(forms, type);
            lies(forms, type);
        }
    }

    private static String main(FileType type) {
        return switch (type) {
            case DOCX -> "word/document.xml";
            case XLSX -> "xl/worksheets/sheet1.xml";
            default -> "ppt/slides/slide1.xml";
        };
    }

    private static void names(Forms forms, FileType type) {
        for (var name : List.of(
                "../../../../tmp/escape.xml",
                "/etc/escape.xml",
                "C:\\escape.xml",
                "..\\..\\escape.xml",
                "a\u0000b",
                "",
                ".",
                "word/",
                "n".repeat(60_000))) {
            forms.survived("entry " + name.substring(0, Math.min(20, name.length())), type, () -> {
                var parts = Forms.parts(type);
                parts.put(name, Hostile.utf8("escaped"));
                return Hostile.zip(parts);
            });
        }
        forms.survived("reference out of the package", type, () -> {
            var parts = Forms.parts(type);
            parts.replaceAll((name, part) -> name.endsWith(".rels")
                    ? new String(part)
                            .replaceAll("Target=\"[^\"]*\"", "Target=\"../../../../etc/hostname\"")
                            .getBytes()
                    : part);
            return Hostile.zip(parts);
        });
        forms.survived("reference to somewhere else", type, () -> {
            var parts = Forms.parts(type);
            parts.replaceAll((name, part) -> name.endsWith(".rels")
                    ? new String(part)
                            .replaceAll("Target=\"", "TargetMode=\"External\" Target=\"http://127.0.0.1:9/")
                            .getBytes()
                    : part);
            return Hostile.zip(parts);
        });
    }

    private static void bombs(Forms forms, FileType type) {
        forms.refused("201 MB in one part", type, () -> swollen(type, 1, 201));
        forms.refused("more than a hundred times its size", type, () -> swollen(type, 1, 40));
        forms.survived("bombs that nobody refers to", type, () -> swollen(type, 5, 0));
        forms.refused("1,001 entries", type, () -> {
            var parts = Forms.parts(type);
            for (int i = parts.size(); i <= Limits.ENTRIES; i++) {
                parts.put("media/" + i, new byte[0]);
            }
            return Hostile.zip(parts);
        });
        forms.survived("archives in archives", type, () -> {
            var inner = Hostile.zip(Forms.parts(type));
            for (int i = 0; i < 20; i++) {
                var parts = Forms.parts(type);
                parts.put("word/embeddings/nested.zip", inner);
                inner = Hostile.zip(parts);
            }
            return inner;
        });
    }

    /// @param bystanders parts of 50 MB that are not referred to
    /// @param megabytes  of white space in the part that is read; none leaves it as it is
    private static byte[] swollen(FileType type, int bystanders, int megabytes) {
        var out = new ByteArrayOutputStream();
        var blank = " ".repeat(MEGABYTE).getBytes();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : Forms.parts(type).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                for (int i = 0; part.getKey().equals(main(type)) && i < megabytes; i++) {
                    zip.write(blank);
                }
                zip.write(part.getValue());
                zip.closeEntry();
            }
            for (int i = 0; i < (megabytes == 0 ? bystanders : 0); i++) {
                zip.putNextEntry(new ZipEntry("media/" + i));
                for (int written = 0; written < 50; written++) {
                    zip.write(blank);
                }
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void lies(Forms forms, FileType type) {
        Supplier<byte[]> proper = () -> Hostile.zip(Forms.parts(type));
        forms.survived("size told too small", type, () -> central(proper.get(), 24, 1));
        forms.survived("size told too large", type, () -> central(proper.get(), 24, Integer.MAX_VALUE));
        forms.survived("packed size told too large", type, () -> central(proper.get(), 20, Integer.MAX_VALUE));
        forms.survived("wrong checksum", type, () -> central(proper.get(), 16, 7));
        forms.survived("encrypted entries", type, () -> central(proper.get(), 8, 0x0800_0801));
        forms.survived("unknown method", type, () -> central(proper.get(), 10, 99));
        forms.survived("every entry the same bytes", type, () -> central(proper.get(), 42, 0));
        forms.survived("entry behind the end", type, () -> central(proper.get(), 42, 0x7fff_ffff));
        forms.survived("65,535 entries told", type, () -> end(proper.get(), 10, 0xffff_ffff));
        forms.survived("directory at a wrong place", type, () -> end(proper.get(), 16, 3));
        for (var other : List.of("%PDF-1.4\n", "GIF89a", "MZ\u0090", "#!/bin/sh\n", "<html>", "\u007fELF")) {
            forms.survived("begins as " + other.strip(), type, () -> joined(Hostile.utf8(other), proper.get()));
            forms.survived("ends as " + other.strip(), type, () -> joined(proper.get(), Hostile.utf8(other)));
        }
        forms.survived("two directories", type, () -> joined(proper.get(), proper.get()));
        forms.survived("half of it", type, () -> Arrays.copyOf(proper.get(), proper.get().length / 2));
        forms.refused("protected by a password", type, () -> {
            var file = new byte[2_048];
            ByteBuffer.wrap(file).putLong(0xD0CF11E0A1B11AE1L);
            return file;
        });
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static byte[] central(byte[] zip, int offset, int value) {
        return patched(zip, CENTRAL, at -> at + offset, value);
    }

    private static byte[] end(byte[] zip, int offset, int value) {
        return patched(zip, END, at -> at + offset, value);
    }

    /// Writes the number wherever the signature stands.
    private static byte[] patched(byte[] zip, int signature, UnaryOperator<Integer> place, int value) {
        var bytes = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 4 <= zip.length; at++) {
            if (bytes.getInt(at) == signature) {
                bytes.putInt(place.apply(at), value);
            }
        }
        return bytes.array();
    }
}
