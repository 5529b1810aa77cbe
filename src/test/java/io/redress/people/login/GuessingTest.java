package io.redress.people.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.ProblemDocument;
import io.redress.core.staff.Groups;
import io.redress.people.security.Client;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Guesses passwords by name, by address and by password, at every door that asks for one; the owner always gets in. */
@SandboxTest
class GuessingTest {

    private static final String PASSWORD = "Open-Sesame-1!";
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final int NAME = 10;
    private static final int ADDRESS = 30;
    private static final int SAME_PASSWORD = 20;

    /** One for all tries: each {@link Client} brings a thread of its own. */
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    SandboxDriver world;

    @Autowired
    IdentityService identity;

    /** Addresses of networks that are nobody's, none of them used twice. */
    private final String network = "2001:db8:" + Integer.toHexString((int) (System.nanoTime() & 0xffff));

    private final List<String> people = new ArrayList<>();

    private int addresses;
    private String owner;

    @BeforeEach
    void anOwner() {
        owner = newcomer();
    }

    /** Or else the cases of other stories would be theirs to work on. */
    @AfterEach
    void nobodyStays() {
        people.forEach(identity::deleteUser);
    }

    private String newcomer() {
        var id = "guessed" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        var user = identity.newUser(id);
        user.setPassword(PASSWORD);
        identity.saveUser(user);
        identity.createMembership(id, Groups.HANDLERS);
        people.add(id);
        return id;
    }

    private String freshAddress() {
        return "%s:%x::1".formatted(network, ++addresses);
    }

    private Client from(String address, String name, String password) {
        return Client.program(world.baseUrl(), name, password).with("X-Forwarded-For", address);
    }

    private int tryOnce(String address, String name, String password) {
        var login = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(world.baseUrl() + "/engine-rest/version"))
                .header("Authorization", "Basic " + login)
                .header("X-Forwarded-For", address)
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** How often each answer came. */
    private Map<Integer, Integer> count(int times, IntFunction<Integer> attempt) {
        var answers = new HashMap<Integer, Integer>();
        for (int i = 0; i < times; i++) {
            answers.merge(attempt.apply(i), 1, Integer::sum);
        }
        return answers;
    }

    /** Runs an attack and asserts that no more passwords were looked at than may be, however long it took. */
    private void assertSlowed(int times, int mayBeLookedAt, IntFunction<Integer> attempt) {
        var began = System.nanoTime();
        var answers = count(times, attempt);
        var drained = (int) Duration.ofNanos(System.nanoTime() - began).dividedBy(EVERY) + 1;
        assertThat(answers.keySet()).isSubsetOf(401, 429);
        assertThat(answers.getOrDefault(401, 0)).isBetween(1, mayBeLookedAt + drained);
        assertThat(answers).containsKey(429);
    }

    @Test
    void aThousandAddressesAgainstOneNameAreSlowedAndTheOwnerIsNot() {
        var home = freshAddress();
        assertThat(tryOnce(home, owner, PASSWORD)).isEqualTo(200);

        assertSlowed(100, NAME, i -> tryOnce(freshAddress(), owner, "guess-" + i));

        assertThat(tryOnce(freshAddress(), owner, PASSWORD))
                .as("a right guess from a strange place is not looked at, either")
                .isEqualTo(429);
        assertThat(tryOnce(home, owner, PASSWORD)).isEqualTo(200);
        assertThat(tryOnce(home, owner, "a slip")).isEqualTo(401);
        assertThat(tryOnce(home, owner, PASSWORD)).isEqualTo(200);
    }

    @Test
    void whoeverGuessesFromTheOwnersAddressDoesNotLockTheOwnerOut() {
        var office = freshAddress();
        assertThat(tryOnce(office, owner, PASSWORD)).isEqualTo(200);

        assertSlowed(60, NAME, i -> tryOnce(office, owner, "guess-" + i));

        assertThat(tryOnce(office, owner, PASSWORD)).isEqualTo(200);
        var colleague = newcomer();
        assertThat(tryOnce(office, colleague, PASSWORD)).isEqualTo(200);
    }

    @Test
    void oneAddressAloneDoesNotKeepTheOwnerOutElsewhere() {
        var guesser = freshAddress();
        assertSlowed(60, NAME / 2, i -> tryOnce(guesser, owner, "guess-" + i));

        assertThat(tryOnce(freshAddress(), owner, PASSWORD)).isEqualTo(200);
    }

    @Test
    void whoIsLoggedInIsKnownWhereverTheyAre() {
        var browser = Client.anonymous(world.baseUrl()).with("X-Forwarded-For", freshAddress());
        var session = login(browser, owner, PASSWORD).response().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("JSESSIONID="))
                .findFirst()
                .orElseThrow()
                .split(";")[0];
        assertSlowed(60, NAME, i -> tryOnce(freshAddress(), owner, "guess-" + i));

        assertThat(from(freshAddress(), owner, PASSWORD)
                        .with("Cookie", session)
                        .get("/engine-rest/version")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void onePasswordAgainstAThousandNamesIsSlowedByAddress() {
        var address = freshAddress();
        assertSlowed(120, ADDRESS, i -> tryOnce(address, "nobody-" + network + i, "Summer-2026-" + i));
    }

    @Test
    void onePasswordFromAThousandAddressesIsSlowedToo() {
        var password = "Sprayed-" + UUID.randomUUID();
        assertSlowed(100, SAME_PASSWORD, i -> tryOnce(freshAddress(), "nobody-" + network + i, password));
    }

    @Test
    void theBrowserThatWasUsedBeforeIsKnownWhereverItIs() {
        var browser = Client.anonymous(world.baseUrl()).with("X-Forwarded-For", freshAddress());
        assertThat(login(browser, owner, PASSWORD).header("Location")).doesNotContain("error");
        assertSlowed(60, NAME, i -> tryOnce(freshAddress(), owner, "guess-" + i));

        browser.with("X-Forwarded-For", freshAddress());
        assertThat(login(browser, owner, PASSWORD).header("Location")).doesNotContain("error");
        assertThat(browser.get("/camunda/app/tasklist/default/").status()).isEqualTo(200);
    }

    @Test
    void aMadeUpOrForeignMarkOfADeviceIsNone() {
        assertSlowed(40, NAME, i -> tryOnce(freshAddress(), owner, "guess-" + i));
        var other = Client.anonymous(world.baseUrl()).with("X-Forwarded-For", freshAddress());
        var mark = login(other, newcomer(), PASSWORD).response().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("REDRESS_DEVICE="))
                .findFirst()
                .orElseThrow();
        assertThat(mark).contains("HttpOnly").contains("SameSite=Lax");
        for (var cookie : new String[] {mark.split(";")[0], "REDRESS_DEVICE=a.9999999999.b", "REDRESS_DEVICE=..."}) {
            var answer =
                    from(freshAddress(), owner, PASSWORD).with("Cookie", cookie).get("/engine-rest/version");
            assertThat(answer.status()).as(cookie).isEqualTo(429);
        }
    }

    @Test
    void everyDoorSaysWhatToDo() {
        assertSlowed(40, NAME, i -> tryOnce(freshAddress(), owner, "guess-" + i));

        for (var door : new String[] {"/api/complaints", "/engine-rest/version", "/actuator/metrics", "/v3/api-docs"}) {
            var answer = from(freshAddress(), owner, "guess").get(door);
            assertThat(answer.status()).as(door).isEqualTo(429);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 10);
            assertThat(answer.as(ProblemDocument.class).detail())
                    .contains("Wait")
                    .contains("seconds");
        }
        var page = login(Client.anonymous(world.baseUrl()).with("X-Forwarded-For", freshAddress()), owner, PASSWORD);
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.header("Retry-After")).isNotEmpty();
        assertThat(page.body()).contains("Wait").contains("type=\"password\"");
        for (var application : new String[] {"tasklist", "tasklist/", "admin", "cockpit"}) {
            var camunda = Client.anonymous(world.baseUrl())
                    .with("X-Forwarded-For", freshAddress())
                    .withToken()
                    .form(
                            "/camunda/api/admin/auth/user/default/login/" + application,
                            Map.of("username", owner, "password", PASSWORD));
            assertThat(camunda.status()).as(application).isEqualTo(429);
            assertThat(camunda.header("Retry-After")).isNotEmpty();
        }
    }

    @Test
    void noLoginIsSoLongThatItCosts() {
        var wrong = Map.of("username", "n".repeat(400_000), "password", "p".repeat(400_000));
        var camunda = Client.anonymous(world.baseUrl())
                .with("X-Forwarded-For", freshAddress())
                .withToken()
                .form("/camunda/api/admin/auth/user/default/login/tasklist", wrong);
        assertThat(camunda.status()).isEqualTo(401);
        assertThat(camunda.body()).hasSizeLessThan(1_000);
    }

    @Test
    void anOpenSessionIsNoPlaceToGuess() {
        var session = from(freshAddress(), owner, PASSWORD);
        assertSlowed(
                40,
                NAME,
                i -> session.put(
                                                "/engine-rest/user/" + owner + "/credentials",
                                                "{\"password\":\"Mine-Now-1234!\",\"authenticatedUserPassword\":\"guess-%d\"}"
                                                        .formatted(i))
                                        .status()
                                == 429
                        ? 429
                        : 401);
        assertThat(session.get("/engine-rest/version").status()).isEqualTo(200);
    }

    @Test
    void aLoginThatDoesNotExistIsAnsweredLikeOneThatDoes() {
        var nobody = "nobody-" + UUID.randomUUID();
        for (int i = 0; i < 2 * NAME; i++) {
            var real = from(freshAddress(), owner, "guess-" + i).get("/api/complaints");
            var none = from(freshAddress(), nobody, "guess-" + i).get("/api/complaints");
            assertThat(none.status()).isEqualTo(real.status());
            assertThat(none.body().replaceAll("\\d+", "")).isEqualTo(real.body().replaceAll("\\d+", ""));
            assertThat(none.response().headers().map().keySet())
                    .isEqualTo(real.response().headers().map().keySet());
        }
    }

    @Test
    void afterTheWaitTheNextTryIsLookedAtAndNothingIsClosedForEver() {
        assertSlowed(60, NAME, i -> tryOnce(freshAddress(), owner, "guess-" + i));

        world.advance(EVERY);

        assertThat(tryOnce(freshAddress(), owner, PASSWORD)).isEqualTo(200);
    }

    @Test
    void theLastAdministratorAndTheShopGetInWhileOthersGuess() {
        for (var name : new String[] {"admin", "system"}) {
            var home = freshAddress();
            assertThat(tryOnce(home, name, Client.password(name))).isEqualTo(200);
            assertSlowed(60, NAME, i -> tryOnce(freshAddress(), name, "guess-" + i));
            assertThat(tryOnce(home, name, Client.password(name))).isEqualTo(200);
        }
        // Others log in by these names from places where they have not been yet.
        world.advance(EVERY.multipliedBy(NAME));
    }

    @Test
    @Tag("deep")
    void tenThousandGuessesInEachWay() {
        var home = freshAddress();
        assertThat(tryOnce(home, owner, PASSWORD)).isEqualTo(200);
        var one = freshAddress();
        assertSlowed(10_000, ADDRESS, i -> tryOnce(one, owner, "guess-" + i));
        assertThat(tryOnce(home, owner, PASSWORD)).isEqualTo(200);
        assertSlowed(10_000, NAME, i -> tryOnce(network + ":a" + i % 1_000 + "::1", owner, "guess-" + i));
        assertThat(tryOnce(home, owner, PASSWORD)).isEqualTo(200);
        assertSlowed(
                10_000,
                SAME_PASSWORD,
                i -> tryOnce(network + ":b" + i % 1_000 + "::1", "nobody-" + i, "Sprayed-" + network));
        assertThat(tryOnce(home, owner, PASSWORD)).isEqualTo(200);
    }

    private static Client.Answer login(Client client, String name, String password) {
        var page = client.with("Accept", "text/html").get("/login").body();
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).isTrue();
        return client.form("/login", Map.of("username", name, "password", password, "_csrf", token.group(1)));
    }
}
