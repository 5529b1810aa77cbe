package io.redress.redesign.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.ModelVersions;
import io.redress.people.security.Client;
import io.redress.people.security.Client.Answer;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ByteArrayResource;

/** The pages of models, without a script: everything can be read and done. */
@SandboxTest
class ModelsPageTest {

    @Autowired
    SandboxDriver world;

    @Autowired
    ShippedModels shipped;

    @Value("${redress.zone}")
    ZoneId zone;

    @Test
    void onlyManagersOpenIt() {
        for (String login : new String[] {"handler", "lead"}) {
            assertThat(Client.browser(world.baseUrl(), login).get("/models").status())
                    .isEqualTo(403);
        }
    }

    @Test
    void aFileUnderTheReleaseIsComparedAndDecided() {
        shipped.release(List.of(model("pageBeside", "one")));
        deploy("pageBeside", "mine");
        shipped.release(List.of(model("pageBeside", "two")));

        Client manager = Client.browser(world.baseUrl(), "manager");
        assertThat(manager.get("/models").body()).contains("/models/shipped?file=pageBeside.bpmn");
        Answer page = manager.get("/models/shipped?file=pageBeside.bpmn");
        assertThat(page.body()).contains("mine").contains("two").contains("Keep ours");
        Answer silent = send(manager, page, "/models/shipped", Map.of("file", "pageBeside.bpmn", "choice", "keep"));
        assertThat(silent.status()).isEqualTo(400);
        assertThat(silent.body()).contains("Say why");
        Answer kept = send(
                manager,
                page,
                "/models/shipped",
                Map.of("file", "pageBeside.bpmn", "choice", "keep", "reason", "ours is kinder"));
        assertThat(kept.status()).isEqualTo(302);
        assertThat(manager.get("/models").body()).contains("ours is kinder");

        Answer taken = send(
                manager,
                page,
                "/models/shipped",
                Map.of("file", "pageBeside.bpmn", "choice", "take", "reason", "theirs after all"));
        assertThat(taken.status()).isEqualTo(302);
        assertThat(manager.get("/models").body()).doesNotContain("/models/shipped?file=pageBeside.bpmn");
    }

    @Test
    void whoLookedAtAnotherVersionIsToldSo() {
        deploy("pageSeen", "one");
        deploy("pageSeen", "two");
        Client manager = Client.browser(world.baseUrl(), "manager");
        Answer page = manager.get("/models/file?name=pageSeen.bpmn");
        Matcher seen = Pattern.compile("name=\"seen\" value=\"(\\d+)\"").matcher(page.body());
        assertThat(seen.find()).isTrue();
        int first = versions("pageSeen.bpmn").items().get(1).id();
        deploy("pageSeen", "three");
        Answer late = send(
                manager, page, "/models/versions/" + first + "/restore", Map.of("reason", "x", "seen", seen.group(1)));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("since you looked");
    }

    @Test
    void everythingIsTakenBackAfterALookAtWhatWouldChange() {
        deploy("pageBack", "one");
        Instant then = versions("pageBack.bpmn").items().get(0).at();
        world.advance(Duration.ofMinutes(2));
        deploy("pageBack", "two");
        Client manager = Client.browser(world.baseUrl(), "manager");
        String at =
                LocalDateTime.ofInstant(then.plusSeconds(1), zone).withNano(0).toString();
        Answer page = manager.get("/models/back?at=" + at);
        assertThat(page.body()).contains("pageBack.bpmn").contains("would change");
        Answer done = send(manager, page, "/models/back", Map.of("at", at, "reason", "a mess"));
        assertThat(done.status()).as(done.body()).isEqualTo(302);
        assertThat(versions("pageBack.bpmn").items().get(0).reason()).isEqualTo("a mess");
        assertThat(manager.get("/models/back?at=" + at).body()).contains("nothing to take back");
        assertThat(manager.get("/models/back?at=yesterday").status()).isEqualTo(400);
    }

    @Test
    void findingsAreSaidInTheReadersLanguage() {
        Client manager = Client.browser(world.baseUrl(), "manager");
        Answer page = manager.get("/models");
        for (String language : new String[] {"en", "de"}) {
            Answer checked = manager.upload("/models/check", Map.of("_csrf", token(page)), "notes.txt", "no model");
            assertThat(checked.status()).as(checked.body()).isEqualTo(302);
            String draft = checked.header("Location").replaceFirst("https?://[^/]+", "");
            Answer found = Client.browser(world.baseUrl(), "manager")
                    .with("Accept-Language", language)
                    .get(draft);
            assertThat(found.body()).contains("lang=\"" + language + "\"").contains("cannot be put live");
        }
    }

    private ModelVersions versions(String file) {
        return Client.program(world.baseUrl(), "manager")
                .get("/api/redesign/versions?file=" + file)
                .as(ModelVersions.class);
    }

    private static Answer send(Client client, Answer page, String path, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", token(page));
        return client.form(path, all);
    }

    private static String token(Answer page) {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private void deploy(String id, String name) {
        Answer answer = Client.program(world.baseUrl(), "manager")
                .deploy("/engine-rest/deployment/create", id + ".bpmn", bpmn(id, name));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static ShippedModel model(String id, String name) {
        return ShippedModel.read(new ByteArrayResource(bpmn(id, name).getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return id + ".bpmn";
            }
        });
    }

    private static String bpmn(String id, String name) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
                  <process id="%s" name="%s" isExecutable="true" camunda:historyTimeToLive="P1D"><startEvent id="start" /></process>
                </definitions>""".formatted(id, name);
    }
}
