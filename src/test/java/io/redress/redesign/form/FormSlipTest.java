package io.redress.redesign.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.engine.task.FormReader;
import io.redress.redesign.lint.Finding;
import io.redress.redesign.lint.ModelRule;
import io.redress.redesign.model.ModelFile;
import io.redress.redesign.model.ModelReader;
import io.redress.redesign.model.UnreadableModel;
import io.redress.sandbox.SandboxTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A slip in a form is found before a task shows it; a change that is meant is not. */
@SandboxTest
class FormSlipTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ModelReader reader;
    private List<ModelRule> rules;

    @Autowired
    private List<FormReader> readers;

    @Autowired
    void enter(ModelReader reader, List<ModelRule> rules) {
        this.reader = reader;
        this.rules = rules.stream()
                .filter(rule -> rule.getClass().getPackageName().equals(FormSlipTest.class.getPackageName()))
                .toList();
    }

    @Test
    void findsNothingInWhatIsShipped() {
        assertThat(check(shipped())).isEmpty();
    }

    @Test
    void everyShippedFormIsReadBySomebodyWhoSaysWhat() {
        assertThat(readers.stream().map(form -> form.form().id() + ".form"))
                .containsExactlyInAnyOrderElementsOf(shipped().stream()
                        .map(ModelFile::name)
                        .map(FormSlipTest::camelCase)
                        .toList());
    }

    /** The form, the field, the property and its new value in JSON; no value removes the field or the property. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    mend-case | mend | | | form-field-missing
                    mend-case | reason | | | form-field-missing
                    mend-case | mend | key | "mending" | form-field-missing
                    mend-case | mend | key | | form-key-missing
                    mend-case | mend | key | "reason" | form-key-twice
                    mend-case | mend | id | "field_reason" | form-part-id-twice
                    mend-case | mend | readonly | true | form-field-fixed
                    mend-case | mend | disabled | true | form-field-fixed
                    mend-case | mend | type | "filepicker" | form-part-unknown
                    mend-case | reason | type | "documentPreview" | form-part-unknown
                    mend-case | reason | type | "textArea" | form-part-unknown
                    mend-case | reason | type | "dynamiclist" | form-part-broken
                    mend-case | mend | values | [] | form-choice-empty
                    verify-complaint | hurt | values | [] | form-choice-empty
                    mend-case | mend | values | [{"label":"Go on","value":"goon"}] | form-word-unknown
                    approve-remedy | approval | values | [{"label":"Yes","value":"yes"},{"label":"No","value":"no"}] | form-word-unknown
                    approve-remedy | approval | values | [{"label":"Yes","value":"approve"}] | form-word-missing
                    approve-remedy | approval | defaultValue | "approve" | form-answer-given
                    approve-remedy | approvalReason | defaultValue | "fine" | form-answer-given
                    approve-remedy | approval | type | "expression" | form-answer-given
                    approve-remedy | approval | | | form-field-missing
                    verify-complaint | verdict | | | form-field-missing
                    verify-complaint | proposalShown | | | form-field-missing
                    verify-complaint | question | | | form-field-missing
                    verify-complaint | remedyChoice | values | [{"label":"Cookies","value":"cookies"}] | form-word-unknown
                    resolve-by-hand | resolution | | | form-field-missing
                    settle-return | deduction | | | form-field-missing
                    answer-customer | reply | | | form-field-missing
                    read-message | reading | values | [{"label":"Delete","value":"delete"}] | form-word-unknown
                    register-complaint | description | | | form-field-missing
                    register-complaint | subject | key | "colour" | form-field-other
                    register-complaint | channel | values | [{"label":"Fax","value":"fax"}] | form-word-unknown
                    mend-case | reason | description | "![](https://tracker.example/x.png)" | form-foreign
                    mend-case | reason | description | "Read [this](//evil.example)" | form-foreign
                    mend-case | reason | label | "<a href='https://evil.example'>here</a>" | form-foreign
                    mend-case | reason | label | "<img src=x onerror=alert(1)>" | form-script
                    mend-case | reason | label | "<script>alert(1)</script>" | form-script
                    mend-case | reason | description | "=if mend = then 1" | form-feel
                    mend-case | reason | description | "=some x in 1..100000000 satisfies x = 0" | form-feel
                    mend-case | reason | conditional | {"hide":"=mend = “go_on”"} | form-feel
                    mend-case | reason | description | "{{#if mend}}go on" | form-template
                    mend-case | reason | description | "{{mend" | form-template
                    mend-case | reason | description | "{{#if mend}}a{{/loop}}" | form-template
                    """)
    void findsWhatASlipMakesOfIt(String file, String field, String property, String value, String rule) {
        assertThat(check(changed(file, field, property, value)))
                .filteredOn(Finding::isError)
                .extracting(Finding::rule)
                .contains(rule);
    }

    /** What a form gets besides, and the rule that is against it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"type":"text","id":"t","text":"{{caseFile.description}}"} | form-text
                    {"type":"text","id":"t","text":"=caseFile.description"} | form-text
                    {"type":"iframe","id":"t","label":"Map","url":"https://maps.example"} | form-foreign
                    {"type":"image","id":"t","source":"//pictures.example/1.png"} | form-foreign
                    {"type":"image","id":"t","source":"=\\"https://pictures.example/1.png\\""} | form-foreign
                    {"type":"html","id":"t","content":"<style>p{background:url(https://x.example)}</style>"} | form-foreign
                    {"type":"html","id":"t","content":"<iframe src='/x'></iframe>"} | form-script
                    {"type":"textfield","id":"t","label":"Colour"} | form-key-missing
                    {"type":"textfield","id":"field_reason","key":"colour","label":"Colour"} | form-part-id-twice
                    {"type":"expression","id":"t","key":"sum","expression":"=1 +"} | form-feel
                    """)
    void findsWhatAnAdditionBrings(String component, String rule) {
        assertThat(check(added("mend-case", component)))
                .extracting(Finding::rule)
                .contains(rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    mend-case | mend | label | "What now?"
                    mend-case | mend | description | "Think twice: https://wiki.example is not linked"
                    mend-case | mend | type | "select"
                    mend-case | mend | values | [{"label":"Once more","value":"try_again"},{"label":"By hand","value":"decide_by_hand"}]
                    mend-case | mend | id | "Field_0x1y2z3"
                    mend-case | reason | type | "textfield"
                    mend-case | reason | validate | {"required":true,"minLength":10}
                    mend-case | reason | description | "{{#if mend = \\"go_on\\"}}Say why it may be left out{{/if}}"
                    answer-dispute | note | |
                    resolve-by-hand | note | |
                    tell-customer | customerSaid | |
                    verify-complaint | goodsBack | |
                    verify-complaint | noAnswerReason | values | [{"label":"Spam","value":"spam"}]
                    verify-complaint | refundAmount | |
                    register-complaint | trackingCode | |
                    register-complaint | channel | defaultValue | "counter"
                    register-complaint | subject | label | "In a word"
                    approve-remedy | approval | values | [{"label":"I agree","value":"approve"},{"label":"I do not","value":"refuse"}]
                    """)
    void letsInWhatIsMeant(String file, String field, String property, String value) {
        assertThat(check(changed(file, field, property, value))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"type":"textfield","id":"t","key":"colour","label":"Colour"}
                    {"type":"number","id":"t","key":"pieces","label":"Pieces","defaultValue":1}
                    {"type":"datetime","id":"t","key":"when","label":"When","subtype":"date","dateLabel":"When"}
                    {"type":"taglist","id":"t","key":"tags","label":"Tags","values":[{"label":"A","value":"a"}]}
                    {"type":"select","id":"t","key":"article","label":"Article","valuesExpression":"=caseFile.verification.lines"}
                    {"type":"html","id":"t","content":"<p class=\\"x\\">{{caseFile.caseNumber}}: {{#loop caseFile.findings}}<b>{{this.text}}</b>{{/loop}}</p>"}
                    {"type":"html","id":"t","content":"<a href=\\"/cases/1\\">the case</a>"}
                    {"type":"text","id":"t","text":"# Think first"}
                    {"type":"text","id":"t","text":"Case {{caseFile.caseNumber}}, in {braces}"}
                    {"type":"group","id":"t","label":"More","components":[{"type":"checkbox","id":"u","key":"sure","label":"Sure"}]}
                    {"type":"expression","id":"t","key":"sum","expression":"=1 + 2","label":"Sum"}
                    {"type":"separator","id":"t"}
                    """)
    void letsInAdditions(String component) {
        assertThat(check(added("mend-case", component))).isEmpty();
    }

    /** Enter sends no form of ours, so that a form with one field is as good as any. */
    @Test
    void letsInAManagersOwnForm() {
        assertThat(check(List.of(file("my-approval.form", """
                        {"type":"default","id":"myQuestion","schemaVersion":19,"components":[
                        {"type":"textfield","id":"f","key":"colour","label":"Colour"}]}""")))).isEmpty();
    }

    private List<Finding> check(List<ModelFile> forms) {
        try {
            var models = reader.read(forms, shipped());
            return rules.stream().flatMap(rule -> rule.check(models)).toList();
        } catch (UnreadableModel unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    private static List<ModelFile> changed(String file, String field, String property, String value) {
        JsonNode form = read(file);
        assertThat(change(form, field, property, value))
                .as("%s in %s", field, file)
                .isTrue();
        return List.of(file(file + ".form", form.toString()));
    }

    private static List<ModelFile> added(String file, String component) {
        JsonNode form = read(file);
        try {
            ((ArrayNode) form.path("components")).add(JSON.readTree(component));
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
        return List.of(file(file + ".form", form.toString()));
    }

    private static boolean change(JsonNode within, String field, String property, String value) {
        ArrayNode components = (ArrayNode) within.withArray("components");
        for (int i = 0; i < components.size(); i++) {
            ObjectNode component = (ObjectNode) components.get(i);
            if (component.path("key").asText().equals(field)) {
                if (property == null) {
                    components.remove(i);
                } else if (value == null) {
                    component.remove(property);
                } else {
                    component.set(property, json(value));
                }
                return true;
            }
            if (component.has("components") && change(component, field, property, value)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static JsonNode read(String file) {
        try {
            return JSON.readTree(Files.readString(Path.of("forms", file + ".form")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<ModelFile> shipped() {
        try (Stream<Path> forms = Files.list(Path.of("forms"))) {
            return forms.sorted()
                    .map(form -> {
                        try {
                            return file(form.getFileName().toString(), Files.readString(form));
                        } catch (IOException unreadable) {
                            throw new UncheckedIOException(unreadable);
                        }
                    })
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ModelFile file(String name, String content) {
        return new ModelFile(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String camelCase(String file) {
        StringBuilder name = new StringBuilder();
        for (String word : file.split("-")) {
            name.append(name.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
