package eu.bekaa.standard.function.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is in the zips: known, licensed to be there, and for the platform that the zip is for.
class SupplyChainTest {
    private static final long MEGABYTE = 1_000_000;
    /// Lambda takes 250 MB; far below it there is room for what a version adds.
    private static final long LIMIT = 125 * MEGABYTE;
    /// They may be used, changed and shipped with a product under Apache-2.0. Of several offered, one is enough.
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "Bouncy Castle Licence",
            "CC0-1.0",
            "EPL-2.0",
            "LGPL-2.1-or-later",
            "MIT",
            "MIT-0",
            "Unicode-3.0");

    private static final Pattern NATIVE = Pattern.compile(".*\\.(so|dll|dylib|jnilib)");

    static List<String> functions() {
        var functions = Zips.functions();
        assertThat(functions).hasSizeGreaterThan(9);
        return functions;
    }

    @ParameterizedTest
    @MethodSource("functions")
    void theBillOfMaterialsNamesWhatIsInTheZip(String function) throws IOException {
        var named = new TreeSet<String>();
        components(function).forEach(component -> named.add(component.get("name") + "-" + component.get("version")));
        var shipped = new TreeSet<String>();
        for (String library : libraries(function, "arm64")) {
            shipped.add(library.replace("lib/", "").replace(".jar", ""));
        }
        shipped.remove("functions-" + function + "-1.0.0");
        assertThat(shipped).isEqualTo(named);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everythingInTheZipIsLicensedForIt(String function) throws IOException {
        for (var component : components(function)) {
            assertThat(licences(component))
                    .as(component.get("name") + " in " + function)
                    .anyMatch(ALLOWED::contains);
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aZipHasThePlatformsNativeCodeAloneAndIsFarFromLambdasLimit(String function) throws IOException {
        assertThat(natives(function, "arm64")).allMatch(path -> path.contains("aarch64"));
        assertThat(natives(function, "x86_64")).allMatch(path -> path.matches(".*x(86[-_])?64.*"));
        assertThat(natives(function, "arm64")).hasSameSizeAs(natives(function, "x86_64"));
        for (String platform : List.of("arm64", "x86_64")) {
            assertThat(Files.size(Zips.zip(function, platform))).isLessThan(LIMIT);
        }
    }

    @Test
    void whatTheLaptopNeedsStaysThere() {
        for (String function : functions()) {
            assertThat(libraries(function, "arm64"))
                    .as(function)
                    .noneMatch(name -> name.matches("lib/(netty|elasticmq|s3proxy|embedded|jetty|shared-testing).*"));
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> components(String function) throws IOException {
        assumeFalse(
                "offline=true".equals(System.getProperty("maven.settings")),
                "Maven writes no bills of materials while it is offline");
        Map<String, Object> bill = Objects.requireNonNull((Map<String, Object>)
                JsonMapper.createDefault().readValue(Files.readAllBytes(Zips.bill(function)), Map.class));
        assertThat(bill).containsEntry("bomFormat", "CycloneDX");
        return (List<Map<String, Object>>) bill.get("components");
    }

    @SuppressWarnings("unchecked")
    private static List<String> licences(Map<String, Object> component) {
        var offered = new ArrayList<String>();
        for (var choice : (List<Map<String, Object>>) component.getOrDefault("licenses", List.of())) {
            var licence = (Map<String, Object>) choice.getOrDefault("license", Map.of());
            offered.add(String.valueOf(licence.getOrDefault("id", licence.get("name"))));
        }
        return offered;
    }

    private static List<String> libraries(String function, String platform) {
        try (var zip = new ZipFile(Zips.zip(function, platform).toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static List<String> natives(String function, String platform) throws IOException {
        var natives = new ArrayList<String>();
        try (var zip = new ZipFile(Zips.zip(function, platform).toFile())) {
            for (var jar : zip.stream().toList()) {
                natives.addAll(natives(zip.getInputStream(jar)));
            }
        }
        return natives;
    }

    private static List<String> natives(InputStream jar) throws IOException {
        var natives = new ArrayList<String>();
        try (var entries = new ZipInputStream(jar)) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (NATIVE.matcher(entry.getName()).matches()) {
                    natives.add(entry.getName());
                }
            }
        }
        return natives;
    }
}
