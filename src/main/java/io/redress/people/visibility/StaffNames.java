package io.redress.people.visibility;

import com.ibm.icu.text.Transliterator;
import io.redress.core.staff.People.Person;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The names of our staff in what customers write: first and last name in either order, a form of address with the last
 * name, and the login. Words are compared whole, without regard to case and diacritics; Chinese names, which no space
 * divides, as they are written or as they sound. A surname or login that is an ordinary word names nobody by itself. It
 * counts beside somebody who is named, where it is said to be a login or whom a complaint is about, and where it did
 * something that only people do.
 */
final class StaffNames {

    /** Words for people by their job; as a login or a surname alone these say nothing. */
    private static final Set<String> ORDINARY = Set.of(
            "admin",
            "administrator",
            "agent",
            "boss",
            "chef",
            "clerk",
            "client",
            "cook",
            "customer",
            "demo",
            "desk",
            "employee",
            "guest",
            "handler",
            "help",
            "helpdesk",
            "info",
            "kunde",
            "lead",
            "leader",
            "leiter",
            "mail",
            "manager",
            "office",
            "operator",
            "owner",
            "sales",
            "service",
            "shop",
            "staff",
            "store",
            "support",
            "system",
            "team",
            "test",
            "user",
            "worker");

    /** Forms of address that stand before a surname. */
    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "mister",
            "dr",
            "prof",
            "professor",
            "sir",
            "madam",
            "herr",
            "herrn",
            "frau",
            "fraulein",
            "fraeulein",
            "kollege",
            "kollegin",
            "colleague",
            "monsieur",
            "madame",
            "senor",
            "senora");

    /** Forms of address that stand behind a Chinese surname. */
    private static final List<String> CHINESE_TITLES =
            List.of("先生", "女士", "小姐", "太太", "经理", "經理", "主管", "老师", "老師", "同事", "客服");

    /** Words that announce a person, such as in "login lead" or "a complaint about handler". */
    private static final Set<String> ANNOUNCING = Set.of(
            "login", "user", "username", "account", "about", "named", "called", "agent", "employee", "uber", "von");

    /** Words for what only people do to customers. */
    private static final Set<String> MISCONDUCT = Set.of(
            "rude",
            "unfriendly",
            "yelled",
            "shouted",
            "insulted",
            "laughed",
            "lied",
            "swore",
            "hung",
            "mocked",
            "threatened",
            "arrogant",
            "racist",
            "aggressive",
            "unverschamt",
            "unfreundlich",
            "frech",
            "angeschrien",
            "beleidigt",
            "ausgelacht",
            "gelogen",
            "aufgelegt",
            "patzig",
            "bedroht");

    private static final int FAR = 6;

    private static final Pattern CHINESE_SURNAME =
            Pattern.compile("(\\p{IsHan}{1,2})(?:" + String.join("|", CHINESE_TITLES) + ")");
    private static final Transliterator SOUND = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern LOGIN_TOKENS = Pattern.compile("[\\p{L}\\p{N}._@-]+");
    private static final int SHORTEST_LOGIN = 5;

    private StaffNames() {}

    /**
     * The logins of those whom a text names.
     *
     * @param text {@code null} names nobody
     * @param customer the name of who complains, which names nobody of ours; may be {@code null}
     * @param aboutStaff whether the text speaks of our staff anyway, so that a first or last name alone is enough
     */
    static Set<String> in(String text, String customer, boolean aboutStaff, Collection<Person> staff) {
        Set<String> found = new TreeSet<>();
        if (text == null || text.isBlank()) {
            return found;
        }
        String plain = folded(text);
        List<String> words = words(plain);
        String customerName = customer == null ? "" : String.join(" ", words(folded(customer)));
        for (Person person : staff) {
            List<String> name = words(folded(person.displayName()));
            boolean sameName = !customerName.isEmpty() && String.join(" ", name).equals(customerName);
            boolean telling = hasTellingLogin(text, person, name) || hasAddress(text, person);
            if (telling || !sameName && isNamed(name, words, plain, aboutStaff) || isAnnounced(person, words)) {
                found.add(person.id());
            }
        }
        if (!found.isEmpty()) {
            // Beside somebody who is named a word that is also a login is meant as one: better kept from one more than
            // shown.
            Set<String> unexplained = new TreeSet<>(words);
            staff.stream()
                    .filter(person -> found.contains(person.id()))
                    .map(person -> words(folded(person.displayName())))
                    .filter(name -> !name.isEmpty() && words.contains(name.get(0)))
                    .forEach(unexplained::removeAll);
            staff.stream().map(Person::id).filter(unexplained::contains).forEach(found::add);
        }
        return found;
    }

    private static boolean isAnnounced(Person person, List<String> words) {
        for (int at = 0; at < words.size(); at++) {
            if (!words.get(at).equals(person.id())) {
                continue;
            }
            boolean announced = at > 0 && ANNOUNCING.contains(words.get(at - 1));
            if (announced || at == 0 && misbehaves(words, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean misbehaves(List<String> words, int at) {
        return words.subList(at + 1, Math.min(words.size(), at + FAR)).stream().anyMatch(MISCONDUCT::contains);
    }

    private static boolean hasAddress(String text, Person person) {
        return person.email() != null
                && LOGIN_TOKENS
                        .matcher(text.toLowerCase(Locale.ROOT))
                        .results()
                        .map(token -> strip(token.group()))
                        .anyMatch(person.email().toLowerCase(Locale.ROOT)::equals);
    }

    private static boolean soundsLike(String last, String plain) {
        return CHINESE_SURNAME
                .matcher(plain)
                .results()
                .map(hit -> hit.group(1))
                .anyMatch(
                        surname -> SOUND.transliterate(surname).replace(" ", "").equals(last));
    }

    private static boolean isNamed(List<String> name, List<String> words, String plain, boolean aboutStaff) {
        if (name.size() < 2) {
            return false;
        }
        String first = name.get(0);
        String last = name.get(name.size() - 1);
        if (isChinese(first) || isChinese(last)) {
            return plain.contains(last + first)
                    || plain.contains(first + last)
                    || CHINESE_TITLES.stream().anyMatch(title -> plain.contains(last + title));
        }
        if (soundsLike(last, plain)) {
            return true;
        }
        for (int at = 0; at < words.size(); at++) {
            String next = at + 1 < words.size() ? words.get(at + 1) : "";
            String word = words.get(at);
            boolean pair = same(word, first) && same(next, last) || same(word, last) && same(next, first);
            boolean addressed = TITLES.contains(word) && same(next, last);
            boolean alone =
                    (aboutStaff || misbehaves(words, at)) && isTelling(word) && (same(word, first) || same(word, last));
            if (pair || addressed || alone || middle(words, at, first, last)) {
                return true;
            }
        }
        return false;
    }

    /** A middle name or initial between the two. */
    private static boolean middle(List<String> words, int at, String first, String last) {
        return at + 2 < words.size() && same(words.get(at), first) && same(words.get(at + 2), last);
    }

    private static boolean isTelling(String word) {
        return word.length() > 2 && !ORDINARY.contains(word);
    }

    /**
     * A login is telling where it is no name and no word: it has a digit or a mark in it, or is long enough and
     * neither.
     */
    private static boolean hasTellingLogin(String text, Person person, List<String> name) {
        String login = person.id().toLowerCase(Locale.ROOT);
        boolean marked = login.chars().anyMatch(sign -> !Character.isLetter(sign));
        boolean word = ORDINARY.contains(login) || name.contains(folded(login)) || login.length() < SHORTEST_LOGIN;
        if (!marked && word) {
            return false;
        }
        return LOGIN_TOKENS
                .matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(token -> strip(token.group()))
                .anyMatch(token -> token.equals(login));
    }

    /** Without the full stop of a sentence or the sign of a mention. */
    private static String strip(String token) {
        return token.replaceAll("^[._@-]+|[._@-]+$", "");
    }

    private static boolean same(String word, String name) {
        return word.equals(name) || spelledOut(word).equals(spelledOut(name)) || word.equals(name + "s");
    }

    /** A vowel that lost its dots and one that was spelled with an e are the same. */
    private static String spelledOut(String word) {
        return word.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    }

    private static boolean isChinese(String word) {
        return word.codePoints().anyMatch(sign -> Character.UnicodeScript.of(sign) == Character.UnicodeScript.HAN);
    }

    private static String folded(String text) {
        String lower = text.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l");
        return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
    }

    private static List<String> words(String folded) {
        return Arrays.stream(BETWEEN.split(folded))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
