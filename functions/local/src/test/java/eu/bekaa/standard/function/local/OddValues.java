package eu.bekaa.standard.function.local;

import java.util.List;
import java.util.Random;

/// Values at which readers stumble.
final class OddValues {
    private static final int[] LENGTHS = {
        1, 64, 65, 100, 101, 200, 201, 254, 255, 256, 500, 501, 1_000, 1_001, 2_000, 2_001, 4_000, 4_001, 10_000,
        10_001, 65_536, 200_000
    };

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\uD800",
            "\uDC00\uD800",
            "\u202Elaicepsim\u202C",
            "\uFEFFbom",
            "\uFFFF",
            "\u0085\u2028\u2029",
            "👩‍👩‍👧‍👦🏴‍☠️",
            "Z̸̢͍̎͑a̵͚̾l̶̰̽g̷̡̀o",
            "İıßſKÅ",
            "١٢٣",
            "a\r\nSet-Cookie: x=y",
            "'; DROP TABLE organization; --",
            "%' OR '1'='1",
            "\\",
            "%_\\",
            "${jndi:ldap://127.0.0.1:1389/a}",
            "{{7*7}}${7*7}<%= 7*7 %>",
            "../../../../etc/passwd",
            "%00%2e%2e%2f",
            "=HYPERLINK(\"http://127.0.0.1\")",
            "<script>alert(1)</script>",
            "{\"a\":1}",
            "null",
            "NaN",
            "-1",
            "1e400",
            "99999999999999999999",
            "0x10",
            "true",
            "2026-02-30",
            "0000-00-00",
            "-0001-01-01",
            "+999999999-12-31",
            "-999999999-01-01",
            "294277-01-01",
            "9999-12-31T23:59:60Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z",
            "2026-01-01T00:00:00+18:00",
            "2026-01-01T24:00:00Z",
            "1-1-1-1-1",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "{01936b3e-8f00-7abc-9def-0123456789ab}",
            "01936B3E-8F00-7ABC-9DEF-0123456789AB",
            "01936b3e8f007abc9def0123456789ab",
            "https://169.254.169.254/",
            "http://[::ffff:7f00:1]/",
            "file:///etc/passwd",
            "a@b",
            "\"@\"@example.org",
            "aïe@exämple.org",
            "k:",
            "azotMQ",
            "azo5OTk5OTk5OTk5OTk5OTk5OTk5OQ",
            "azpub3QtYW4taWQ",
            "azoAAA",
            "azo6Og");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0.0",
            "-1",
            "1",
            "0.5",
            "1.0000000000000000000001",
            "100",
            "101",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9223372036854775807",
            "9223372036854775808",
            "1e308",
            "1e400",
            "-1e400",
            "1e-400",
            "1E+2",
            "123456789012345678901234567890");

    private static final List<String> BROKEN = List.of(
            "NaN",
            "Infinity",
            "01",
            "+1",
            ".5",
            "1.",
            "0x1F",
            "'single'",
            "undefined",
            "\"\t\"",
            "\"\\x41\"",
            "\"\\ud800\"",
            "\"open",
            "[1,]",
            "{\"a\":}",
            "{a:1}",
            "/* note */1",
            "[",
            "}",
            "");

    private OddValues() {}

    static String text(Random random) {
        int kind = random.nextInt(4);
        if (kind == 0) {
            return letter(random).repeat(LENGTHS[random.nextInt(LENGTHS.length)]);
        }
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private static String letter(Random random) {
        return List.of("x", "ä", "😀", " ", "\u202E", "1", "\"").get(random.nextInt(7));
    }

    /// For a place in a URL or a header, where length is bounded by the server.
    static String shortText(Random random) {
        var text = text(random);
        return text.length() > 250 ? text.substring(0, 250) : text;
    }

    static OddJson.Raw json(Random random) {
        return new OddJson.Raw(
                switch (random.nextInt(12)) {
                    case 0 -> "null";
                    case 1 -> random.nextBoolean() ? "true" : "false";
                    case 2, 3 -> NUMBERS.get(random.nextInt(NUMBERS.size()));
                    case 4 ->
                        List.of("[]", "{}", "[[]]", "[null]", "{\"\":\"\"}", "{\"a\":{\"b\":[{}]}}")
                                .get(random.nextInt(6));
                    case 5 -> deep(random);
                    case 6 -> "[" + "\"x\",".repeat(random.nextInt(3_000)) + "\"x\"]";
                    case 7 -> BROKEN.get(random.nextInt(BROKEN.size()));
                    case 8 -> "9".repeat(1 + random.nextInt(5_000));
                    default -> OddJson.quoted(text(random));
                });
    }

    private static String deep(Random random) {
        int depth = List.of(10, 100, 600, 1_100, 50_000).get(random.nextInt(5));
        return random.nextBoolean()
                ? "[".repeat(depth) + "]".repeat(depth)
                : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    }
}
