package eu.bekaa.standard.platform.email;

import java.util.regex.Pattern;

/// One mailbox, `local@domain`, and nothing that could be read as two or as another header.
final class Addresses {
    private static final int MAX_LENGTH = 254;
    private static final Pattern ONE =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9-]{2,63}");

    private Addresses() {}

    static boolean isOne(String text) {
        return text.length() <= MAX_LENGTH && ONE.matcher(text).matches();
    }
}
