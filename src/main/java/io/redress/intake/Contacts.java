package io.redress.intake;

import java.util.regex.Pattern;

/** What an e-mail address and a phone number look like. Line breaks and commas have no place in either. */
public final class Contacts {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;:\"\\\\]+@[^\\s@<>,;:\"\\\\]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/.-]{2,48}");

    private Contacts() {}

    public static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }

    public static boolean isPhone(String text) {
        return PHONE.matcher(text).matches();
    }
}
