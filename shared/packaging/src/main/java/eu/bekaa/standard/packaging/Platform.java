package eu.bekaa.standard.packaging;

import java.util.Locale;
import java.util.regex.Pattern;

/// A processor that Lambda offers, and how libraries name their native code for it.
enum Platform {
    ARM64("arm64", ".*/linux-(aarch64|aarch_64|arm64)/.*"),
    X86_64("x86_64", ".*/linux-(x64|x86_64|x86-64)/.*");

    private static final Pattern NATIVE = Pattern.compile(".*\\.(so|so\\.\\d+|dll|dylib|jnilib|pdb|lib|a)");
    private static final Pattern DEBUG = Pattern.compile(".*\\.dSYM/.*");

    private final String word;
    private final Pattern directory;

    Platform(String word, String directory) {
        this.word = word;
        this.directory = Pattern.compile(directory);
    }

    /// Whether the entry of a jar is native code.
    static boolean isNative(String entry) {
        var name = entry.toLowerCase(Locale.ROOT);
        return NATIVE.matcher(name).matches() || DEBUG.matcher(entry).matches();
    }

    /// Whether a native entry is for this platform.
    boolean owns(String entry) {
        return directory.matcher(entry).matches();
    }

    @Override
    public String toString() {
        return word;
    }
}
