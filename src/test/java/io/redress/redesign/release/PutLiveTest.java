package io.redress.redesign.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.answer.ModelVersions.ModelVersion;
import io.redress.answer.RestoredModels;
import io.redress.people.security.Client;
import io.redress.people.security.Client.Answer;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A manager sees what has been put live, by whom and why, and goes back to it. */
@SandboxTest
class PutLiveTest {

    private static final String DEPLOY = "/engine-rest/deployment/create";

    @Autowired
    SandboxDriver world;

    @Autowired
    ShippedModels shipped;

    @Autowired
    ShippedBeside beside;

    @Autowired
    PutLive putLive;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcTemplate database;

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/deployment/create", "/camunda/api/engine/engine/default/deployment/create"})
    void anEarlierFileDeployedAgainFromModelerComesIntoForce(String door) {
        String key = door.startsWith("/camunda") ? "againByCockpit" : "againByModeler";
        Client modeler = door.startsWith("/camunda")
                ? Client.browser(world.baseUrl(), "manager")
                : Client.program(world.baseUrl(), "manager");
        for (String name : List.of("A", "B", "A")) {
            Answer answer = modeler.deploy(door, key + ".bpmn", bpmn(key, name));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.json().path("deployedProcessDefinitions").size()).isEqualTo(1);
            assertThat(nameOf(key)).isEqualTo(name);
        }
        Answer same = modeler.deploy(door, key + ".bpmn", bpmn(key, "A"));
        assertThat(same.status()).as(same.body()).isEqualTo(200);
        assertThat(same.json().path("deployedProcessDefinitions").isNull()).isTrue();

        assertThat(versions(key + ".bpmn"))
                .extracting(ModelVersion::by, ModelVersion::source, ModelVersion::origin, ModelVersion::live)
                .containsExactly(
                        tuple("manager", "deployed", "modeler", true),
                        tuple("manager", "deployed", "modeler", false),
                        tuple("manager", "deployed", "modeler", false));
    }

    @Test
    void formsAndTablesComeIntoForceAgainToo() {
        for (String label : List.of("A", "B", "A")) {
            deploy("againForm.form", form("againForm", label));
            deploy("againTable.dmn", dmn("againTable", label));
        }
        assertThat(versions("againForm.form")).hasSize(3);
        assertThat(versions("againTable.dmn")).hasSize(3);
        assertThat(content(live("againForm.form"))).contains("\"label\":\"A\"");
        assertThat(content(live("againTable.dmn"))).contains("\"A\"");
    }

    @Test
    void theNameOfADeploymentSaysNothingAboutWhatIsLive() {
        deploy("underAnyName", Map.of("underAnyName.bpmn", bpmn("underAnyName", "A")));
        deploy("underAnotherName", Map.of("underAnyName.bpmn", bpmn("underAnyName", "A")));
        assertThat(versions("underAnyName.bpmn")).hasSize(1);
        deploy("underAnotherName", Map.of("underAnyName.bpmn", bpmn("underAnyName", "B")));
        deploy("underAnyName", Map.of("underAnyName.bpmn", bpmn("underAnyName", "A")));
        assertThat(versions("underAnyName.bpmn")).hasSize(3);
        assertThat(nameOf("underAnyName")).isEqualTo("A");
    }

    @Test
    void ofSeveralFilesOnlyThoseThatDifferGetAVersion() {
        deploy(
                "several",
                Map.of("severalOne.bpmn", bpmn("severalOne", "A"), "severalTwo.form", form("severalTwo", "A")));
        deploy(
                "several",
                Map.of("severalOne.bpmn", bpmn("severalOne", "A"), "severalTwo.form", form("severalTwo", "B")));
        assertThat(versions("severalOne.bpmn")).hasSize(1);
        assertThat(versions("severalTwo.form")).hasSize(2);
    }

    @Test
    void filesThatAreBoundToEachOtherStayTogether() {
        String diagram = bpmn("boundOne", "A")
                .replace(
                        "<startEvent id=\"start\" />",
                        "<startEvent id=\"start\" camunda:formRef=\"boundTwo\" camunda:formRefBinding=\"deployment\" />");
        deploy("bound", Map.of("boundOne.bpmn", diagram, "boundTwo.form", form("boundTwo", "A")));
        deploy("bound", Map.of("boundOne.bpmn", diagram, "boundTwo.form", form("boundTwo", "B")));
        assertThat(versions("boundOne.bpmn")).hasSize(2);

        restored(restore(versions("boundOne.bpmn").get(1), "the form was better"));
        assertThat(content(live("boundTwo.form"))).contains("\"label\":\"A\"");
        assertThat(live("boundOne.bpmn").source()).isEqualTo("restored");
    }

    @Test
    void anEarlierVersionIsRestoredWithAReason() {
        deploy("takenBack.bpmn", bpmn("takenBack", "A"));
        deploy("takenBack.bpmn", bpmn("takenBack", "B"));
        ModelVersion first = versions("takenBack.bpmn").get(1);

        assertThat(restore(first, " ").status()).isEqualTo(400);
        RestoredModels outcome = restored(restore(first, "B frightened the customers"));
        assertThat(outcome.items()).hasSize(1);
        assertThat(nameOf("takenBack")).isEqualTo("A");
        ModelVersion now = live("takenBack.bpmn");
        assertThat(now.by()).isEqualTo("manager");
        assertThat(now.reason()).isEqualTo("B frightened the customers");
        assertThat(now.source()).isEqualTo("restored");
        assertThat(now.origin()).isEqualTo("api");

        RestoredModels again = restored(restore(first, "once more"));
        assertThat(again.items()).isEmpty();
        assertThat(again.message()).contains("live already");
        assertThat(versions("takenBack.bpmn")).hasSize(3);
    }

    @Test
    void onlyManagersSeeVersionsAndGoBack() {
        ModelVersion any = versions("remedy.dmn").get(0);
        for (String login : List.of("handler", "lead", "system")) {
            Client other = Client.program(world.baseUrl(), login);
            assertThat(other.get("/api/redesign/versions").status()).isEqualTo(403);
            assertThat(other.get("/api/redesign/versions/" + any.id() + "/content")
                            .status())
                    .isEqualTo(403);
            assertThat(other.post("/api/redesign/versions/" + any.id() + "/restore", "{\"reason\":\"x\"}")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(manager()
                        .post("/api/redesign/versions/999999999/restore", "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void shippedFilesAreOnRecordAndReadByteByByte() throws IOException {
        ModelVersion remedy = live("authority.dmn");
        assertThat(remedy.source()).isEqualTo("shipped");
        assertThat(remedy.by()).isNull();
        assertThat(content(remedy)).isEqualTo(Files.readString(Path.of("processes/authority.dmn")));
    }

    @Test
    void allFilesGoBackToHowTheyStoodAtAnInstant() {
        deploy("instantOne.bpmn", bpmn("instantOne", "A"));
        deploy("instantTwo.form", form("instantTwo", "A"));
        deploy("instantThree.dmn", dmn("instantThree", "A"));
        Instant then = Stream.of("instantOne.bpmn", "instantTwo.form", "instantThree.dmn")
                .map(this::live)
                .map(ModelVersion::at)
                .max(Instant::compareTo)
                .orElseThrow();
        world.advance(Duration.ofMinutes(1));
        deploy("instantOne.bpmn", bpmn("instantOne", "B"));
        deploy("instantTwo.form", form("instantTwo", "B"));
        deploy("instantTwo.form", form("instantTwo", "C"));
        deploy("instantLater.bpmn", bpmn("instantLater", "A"));

        RestoredModels outcome = restored(restoreAll(then, "what a mess"));
        assertThat(outcome.items())
                .extracting(ModelVersion::file)
                .contains("instantOne.bpmn", "instantTwo.form")
                .doesNotContain("instantThree.dmn", "instantLater.bpmn");
        assertThat(outcome.unchanged()).contains("instantThree.dmn", "remedy.dmn");
        assertThat(nameOf("instantOne")).isEqualTo("A");
        assertThat(content(live("instantTwo.form"))).contains("\"label\":\"A\"");
        assertThat(live("instantLater.bpmn").live()).isTrue();
        assertThat(restored(restoreAll(then, "again")).items()).isEmpty();
        assertThat(restoreAll(world.clock().instant().plus(Duration.ofDays(1)), "soon")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aFileUnderAnotherNameIsTakenBackByWhatItDefines() {
        deploy("named.bpmn", bpmn("renamed", "A"));
        ModelVersion first = live("named.bpmn");
        world.advance(Duration.ofMinutes(1));
        deploy("renamed.bpmn", bpmn("renamed", "B"));
        assertThat(versions("named.bpmn").get(0).live()).isFalse();

        restored(restoreAll(first.at(), "the old one"));
        assertThat(nameOf("renamed")).isEqualTo("A");
        assertThat(live("named.bpmn").source()).isEqualTo("restored");
        assertThat(versions("renamed.bpmn").get(0).live()).isFalse();
    }

    @Test
    void whatCameBeforeTheRecordIsShownToo() {
        deploy("beforeRecord.bpmn", bpmn("beforeRecord", "A"));
        database.execute("alter table redress.model_version disable trigger model_version_stays");
        database.update("delete from redress.model_version where file = 'beforeRecord.bpmn'");
        database.execute("alter table redress.model_version enable trigger model_version_stays");
        ModelVersion found = live("beforeRecord.bpmn");
        assertThat(found.by()).isEqualTo("manager");
        assertThat(found.source()).isEqualTo("deployed");
    }

    @Test
    void aVersionIsComparedWithTheOneWhosePlaceItTook() {
        deploy("compared.dmn", dmn("compared", "A"));
        deploy("comparedAgain.dmn", dmn("compared", "B"));
        var first = manager()
                .get("/api/redesign/versions/" + live("comparedAgain.dmn").id() + "/difference");
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.json().path("before").asInt())
                .isEqualTo(versions("compared.dmn").get(0).id());
        assertThat(first.json().path("items")).hasSize(1);
        assertThat(first.json().at("/items/0/row").asInt()).isEqualTo(1);
        assertThat(first.json().at("/items/0/details/0/from").asText()).isEqualTo("\"A\"");
        assertThat(first.json().at("/items/0/details/0/to").asText()).isEqualTo("\"B\"");
    }

    @Test
    void aReasonIsAskedForAfterwardsAndGivenOnce() {
        deploy("reasonLater.bpmn", bpmn("reasonLater", "A"));
        String reason = "/api/redesign/versions/" + live("reasonLater.bpmn").id() + "/reason";
        assertThat(live("reasonLater.bpmn").reason()).isNull();
        assertThat(manager()
                        .put(reason, "{\"reason\":\"the works council asked\"}")
                        .status())
                .isEqualTo(200);
        assertThat(live("reasonLater.bpmn").reason()).isEqualTo("the works council asked");
        assertThat(manager().put(reason, "{\"reason\":\"other\"}").status()).isEqualTo(409);
    }

    @Test
    void whoeverLookedAtSomethingElseIsToldSo() {
        deploy("lookedAt.bpmn", bpmn("lookedAt", "A"));
        ModelVersion first = live("lookedAt.bpmn");
        deploy("lookedAt.bpmn", bpmn("lookedAt", "B"));
        ModelVersion seen = live("lookedAt.bpmn");
        deploy("lookedAt.bpmn", bpmn("lookedAt", "C"));

        Answer late = manager()
                .post(
                        "/api/redesign/versions/" + first.id() + "/restore",
                        "{\"reason\":\"x\",\"seen\":%d}".formatted(seen.id()));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("since you looked");
        assertThat(nameOf("lookedAt")).isEqualTo("C");
    }

    @Test
    void twoWhoRestoreAtOnceDoItOneAfterTheOther() {
        deploy("atOnce.bpmn", bpmn("atOnce", "A"));
        deploy("atOnce.bpmn", bpmn("atOnce", "B"));
        deploy("atOnce.bpmn", bpmn("atOnce", "C"));
        List<ModelVersion> all = versions("atOnce.bpmn");
        int seen = all.get(0).id();
        List<Integer> answers = Stream.of(all.get(1), all.get(2))
                .map(version -> CompletableFuture.supplyAsync(() -> manager()
                        .post(
                                "/api/redesign/versions/" + version.id() + "/restore",
                                "{\"reason\":\"x\",\"seen\":%d}".formatted(seen))
                        .status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(answers).containsExactly(200, 409);
        assertThat(versions("atOnce.bpmn")).hasSize(4);
    }

    @Test
    void whatWouldNotBeLetInTodayIsNotRestored() {
        deploy("letIn.bpmn", bpmn("letIn", "A"));
        database.execute("alter table redress.model_version disable trigger model_version_stays");
        database.update("insert into redress.model_content values (sha256('<x>'), '<x>') on conflict do nothing");
        database.update("update redress.model_version set sha256 = sha256('<x>') where file = 'letIn.bpmn'");
        database.execute("alter table redress.model_version enable trigger model_version_stays");
        ModelVersion broken = live("letIn.bpmn");
        deploy("letIn.bpmn", bpmn("letIn", "B"));
        Answer refused = restore(broken, "x");
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("letIn.bpmn");
        assertThat(nameOf("letIn")).isEqualTo("B");
    }

    @Test
    void aReleaseAsksBesideAManagersVersion() {
        shipped.release(List.of(shippedProcess("besideIt", "one")));
        deploy("besideIt.bpmn", bpmn("besideIt", "mine"));
        shipped.release(List.of(shippedProcess("besideIt", "two")));
        assertThat(nameOf("besideIt")).isEqualTo("mine");
        var undecided = beside.find("besideIt.bpmn").orElseThrow();
        assertThat(undecided.isUndecided()).isTrue();
        assertThat(new String(beside.content(undecided), StandardCharsets.UTF_8))
                .contains("two");

        var who =
                new PutLive.Manager("manager", io.redress.redesign.release.ModelVersion.Origin.PAGE, "mine is better");
        putLive.keepOwn(undecided, who, undecided.live().id());
        shipped.release(List.of(shippedProcess("besideIt", "two")));
        assertThat(beside.find("besideIt.bpmn").orElseThrow().keptBy()).isEqualTo("manager");

        shipped.release(List.of(shippedProcess("besideIt", "three")));
        var anew = beside.find("besideIt.bpmn").orElseThrow();
        assertThat(anew.isUndecided()).isTrue();
        putLive.takeShipped(anew, who, null);
        assertThat(nameOf("besideIt")).isEqualTo("three");
        assertThat(beside.find("besideIt.bpmn")).isEmpty();
        assertThat(live("besideIt.bpmn").source()).isEqualTo("shipped");
        assertThat(live("besideIt.bpmn").by()).isEqualTo("manager");

        shipped.release(List.of(shippedProcess("besideIt", "four")));
        assertThat(nameOf("besideIt")).isEqualTo("four");
    }

    @Test
    void aVersionThatAManagerWentBackToIsTheirs() {
        shipped.release(List.of(shippedProcess("wentBack", "one")));
        shipped.release(List.of(shippedProcess("wentBack", "two")));
        restored(restore(versions("wentBack.bpmn").get(1), "one was better"));
        shipped.release(List.of(shippedProcess("wentBack", "three")));
        assertThat(nameOf("wentBack")).isEqualTo("one");
        assertThat(beside.find("wentBack.bpmn").orElseThrow().isUndecided()).isTrue();
    }

    private Client manager() {
        return Client.program(world.baseUrl(), "manager");
    }

    private void deploy(String file, String content) {
        deploy(file, Map.of(file, content));
    }

    private void deploy(String name, Map<String, String> files) {
        Answer answer = manager().deploy(DEPLOY, name, new LinkedHashMap<>(files));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private List<ModelVersion> versions(String file) {
        Answer answer = manager().get("/api/redesign/versions?file=" + file);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.as(io.redress.answer.ModelVersions.class).items();
    }

    private ModelVersion live(String file) {
        return versions(file).stream().filter(ModelVersion::live).findFirst().orElseThrow();
    }

    private String content(ModelVersion version) {
        return manager()
                .get("/api/redesign/versions/" + version.id() + "/content")
                .body();
    }

    private Answer restore(ModelVersion version, String reason) {
        return manager()
                .post("/api/redesign/versions/" + version.id() + "/restore", "{\"reason\":\"%s\"}".formatted(reason));
    }

    private Answer restoreAll(Instant at, String reason) {
        return manager().post("/api/redesign/restore", "{\"at\":\"%s\",\"reason\":\"%s\"}".formatted(at, reason));
    }

    private static RestoredModels restored(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.as(RestoredModels.class);
    }

    private String nameOf(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getName();
    }

    private static ShippedModel shippedProcess(String id, String name) {
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

    private static String form(String id, String label) {
        return """
                {"id":"%s","type":"default","components":[{"id":"Field_x","type":"textfield","key":"x","label":"%s"}]}""".formatted(id, label);
    }

    private static String dmn(String id, String answer) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="test">
                  <decision id="%s" name="%s" camunda:historyTimeToLive="P1D"><decisionTable id="t">
                    <input id="i"><inputExpression id="e" typeRef="string"><text>claim</text></inputExpression></input>
                    <output id="o" name="answer" typeRef="string" />
                    <rule id="r"><inputEntry id="c"><text></text></inputEntry><outputEntry id="a"><text>"%s"</text></outputEntry></rule>
                  </decisionTable></decision>
                </definitions>""".formatted(id, id, answer);
    }
}
