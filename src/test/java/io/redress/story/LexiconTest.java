package io.redress.story;

import static io.redress.answer.Answers.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.DangerCheckResult;
import io.redress.answer.DangerCheckResult.DangerCheckItem;
import io.redress.answer.LexiconFileStored;
import io.redress.answer.LexiconFiles;
import io.redress.answer.LexiconFiles.LexiconFile;
import io.redress.answer.ProblemDocument;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Managers read and change what is recognised as danger and try words; a file that is wrong changes nothing. */
@SandboxTest
class LexiconTest {

    private static final String FILES = "/api/danger/lexicon";

    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.desk = new Desk(world);
    }

    @Test
    void aManagerTeachesAWordAndTakesItBack() {
        String before = text("fire");
        assertThat(danger("The gadget went completely glimmerfax")).isEqualTo("none");

        ResponseEntity<String> stored = put("manager", "fire", before + "\n[en certain]\nwent ... glimmerfax\n", null);

        assertThat(stored.getStatusCode().value()).isEqualTo(200);
        assertThat(read(stored, LexiconFileStored.class).removed()).isEmpty();
        assertThat(danger("The gadget went completely glimmerfax")).isEqualTo("certain");
        LexiconFile listed = files("").stream()
                .filter(file -> file.name().equals("fire"))
                .findFirst()
                .orElseThrow();
        assertThat(listed.changedBy()).isEqualTo("manager");
        assertThat(listed.version())
                .isEqualTo(read(stored, LexiconFileStored.class).version());

        ResponseEntity<String> back = put("manager2", "fire", shipped("fire"), null);

        assertThat(read(back, LexiconFileStored.class).removed().toString()).contains("glimmerfax");
        assertThat(danger("The gadget went completely glimmerfax")).isEqualTo("none");
        assertThat(danger("The gadget caught fire")).isEqualTo("certain");
        assertThat(files("/fire/versions")).extracting(LexiconFile::changedBy).startsWith("manager2", "manager");
    }

    @Test
    void aWrongFileIsRefusedWithTheLineAndTheLastGoodOneStays() {
        String good = "[en possible]\nthe tree frobnicated\n";
        assertThat(put("manager", "frobnication", good, null).getStatusCode().value())
                .isEqualTo(200);

        assertThat(field(put("manager", "frobnication", good + "[en surely]\nmuch\n", null)))
                .isEqualTo("line 3");
        assertThat(field(put("manager", "frobnication", good + "the\n", null))).isEqualTo("line 3");
        assertThat(field(put("manager", "frobnication", good + "a word\n".repeat(100_000), null)))
                .isEqualTo("line 5001");
        assertThat(field(put("manager", "frobnication", "a".repeat(3_000_000), null)))
                .isEqualTo("line 1");
        assertThat(field(put("manager", "frobnication", good + "w\u0000rd\n", null)))
                .isEqualTo("line 3");
        assertThat(field(put("manager", "frobnication", "", null))).isEqualTo("line 1");
        assertThat(field(put("manager", "Frobni.cation", good, null))).isEqualTo("name");
        assertThat(field(put("manager", "frobnication", good, "\"7\""))).isEqualTo("If-Match");
        assertThat(field(desk.client("manager")
                        .put()
                        .uri(FILES + "/frobnication")
                        .contentType(MediaType.TEXT_PLAIN)
                        .body((good + "br\u00FCht\n").getBytes(StandardCharsets.ISO_8859_1))
                        .retrieve()
                        .toEntity(String.class)))
                .isEqualTo("line 3");

        assertThat(text("frobnication")).isEqualTo(good);
        assertThat(danger("the tree frobnicated")).isEqualTo("possible");
        assertThat(files("/frobnication/versions")).hasSize(1);
        assertThat(get("manager", FILES + "/unheard-of").getStatusCode().value())
                .isEqualTo(404);
    }

    @Test
    void onlyManagersMayLookAndChange() {
        for (String login : List.of("handler", "lead", "system", "stranger")) {
            assertThat(get(login, FILES).getStatusCode().value()).as(login).isEqualTo(403);
            assertThat(get(login, FILES + "/fire").getStatusCode().value())
                    .as(login)
                    .isEqualTo(403);
            assertThat(put(login, "fire", "[en certain]\nfire\n", null)
                            .getStatusCode()
                            .value())
                    .as(login)
                    .isEqualTo(403);
            assertThat(check(login, Map.of("texts", List.of(Map.of("text", "fire"))))
                            .getStatusCode()
                            .value())
                    .as(login)
                    .isEqualTo(403);
        }
    }

    @Test
    void aCheckTellsWhatIsFoundInWhichWords() {
        List<DangerCheckItem> items = found(Map.of(
                "texts",
                List.of(
                        Map.of(
                                "text",
                                "Der Wasserkocher ist explodiert, meine Tochter liegt im Krankenhaus",
                                "language",
                                "de"),
                        Map.of("text", "no injuries, just late"),
                        Map.of("text", "\u9664\u6FD5\u6A5F\u5192\u7159", "language", "zh-Hant"),
                        Map.of("text", "My solicitor will write to you"))));

        assertThat(items).hasSize(4);
        assertThat(items.get(0).danger()).isEqualTo("certain");
        assertThat(items.get(0).why().toString()).contains("explodiert", "im Krankenhaus");
        assertThat(items.get(1).danger()).isEqualTo("none");
        assertThat(items.get(1).why()).isEmpty();
        assertThat(items.get(2).danger()).isEqualTo("possible");
        assertThat(items.get(3).topics()).startsWith("lawyer");
    }

    @Test
    void aCheckThatCannotBeReadNamesTheField() {
        assertThat(field(check("manager", Map.of()))).isEqualTo("texts");
        assertThat(field(check("manager", Map.of("texts", List.of())))).isEqualTo("texts");
        assertThat(field(check("manager", Map.of("texts", Collections.nCopies(101, Map.of("text", "a"))))))
                .isEqualTo("texts");
        assertThat(field(
                        check("manager", Map.of("texts", Collections.nCopies(11, Map.of("text", "a".repeat(20_000)))))))
                .isEqualTo("texts");
        assertThat(field(check("manager", Map.of("texts", List.of("a"))))).isEqualTo("texts[0]");
        assertThat(field(check("manager", Map.of("texts", List.of(Map.of("text", 5))))))
                .isEqualTo("texts[0].text");
        assertThat(field(check("manager", Map.of("texts", List.of(Map.of("text", "a".repeat(20_001)))))))
                .isEqualTo("texts[0].text");
        assertThat(field(check("manager", Map.of("texts", List.of(Map.of("text", "a", "language", "no language!"))))))
                .isEqualTo("texts[0].language");
        assertThat(field(check("manager", Map.of("texts", List.of(Map.of("text", "a", "lang", "de"))))))
                .isEqualTo("texts[0].lang");
        assertThat(field(check("manager", Map.of("texts", List.of(Map.of("text", "a")), "loud", true))))
                .isEqualTo("loud");
    }

    private String danger(String text) {
        return found(Map.of("texts", List.of(Map.of("text", text)))).get(0).danger();
    }

    private List<DangerCheckItem> found(Map<String, ?> texts) {
        return read(check("manager", texts), DangerCheckResult.class).items();
    }

    /** The files, or at an address below them the versions of one. */
    private List<LexiconFile> files(String below) {
        return read(get("manager", FILES + below), LexiconFiles.class).items();
    }

    private ResponseEntity<String> check(String login, Map<String, ?> body) {
        return desk.client(login)
                .post()
                .uri("/api/danger/check")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(String.class);
    }

    private ResponseEntity<String> get(String login, String path) {
        return desk.client(login)
                .get()
                .uri(path)
                .accept(MediaType.APPLICATION_JSON, MediaType.ALL)
                .retrieve()
                .toEntity(String.class);
    }

    private String text(String name) {
        return desk.client("manager").get().uri(FILES + "/" + name).retrieve().body(String.class);
    }

    private String shipped(String name) {
        return desk.client("manager")
                .get()
                .uri(FILES + "/" + name + "/versions/0")
                .retrieve()
                .body(String.class);
    }

    private ResponseEntity<String> put(String login, String name, String text, String ifMatch) {
        return desk.client(login)
                .put()
                .uri(FILES + "/" + name)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .headers(headers -> {
                    if (ifMatch != null) {
                        headers.set(HttpHeaders.IF_MATCH, ifMatch);
                    }
                })
                .body(text)
                .retrieve()
                .toEntity(String.class);
    }

    private static String field(ResponseEntity<String> answer) {
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        return read(answer, ProblemDocument.class).fields().get(0);
    }
}
