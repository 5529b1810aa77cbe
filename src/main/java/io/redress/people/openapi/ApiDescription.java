package io.redress.people.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the description: what it is, where it is served, who logs in how, and its chapters in reading order. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    /** The name of the scheme by which programs log in. */
    static final String BASIC = "basic";

    /** The chapters; a controller names one of them. */
    static final List<Tag> TAGS = List.of(
            tag("Complaints", "File complaints, follow them, and pass on what customers say later."),
            tag(
                    "Customer's page",
                    "What the customer's own page does; the token in the address is all the login it needs."),
            tag("Safety", "Danger to people in a case, and the register of accidents."),
            tag("Danger", "What is recognised as danger: the lexicon, and a way to try words."),
            tag("Promises", "What became of our promises."),
            tag("Teams", "Who works on which cases."),
            tag("Deputies", "Who does whose work while they are away."),
            tag("Calendars", "When we work."),
            tag("Letter samples", "Letters that leads draw by chance and score."),
            tag(
                    "Redesign",
                    "Diagrams, tables and forms: what has been put live, going back, and what changed ones would do."),
            tag("Stop switch", "One switch that holds all money and goods, and what was paid."),
            tag("Goodwill codes", "The pool of codes that are given as goodwill."),
            tag("Imports", "Open cases of another system, brought over."),
            tag("Webhooks", "Where other systems hear what happens in cases, and what was delivered there."));

    private static final String ABOUT = """
            A complaint-resolution workflow engine: file complaints, follow them, and pass on what customers say.

            Log in with HTTP Basic. Amounts are decimals in an ISO 4217 currency, in answers always strings; times are \
            ISO 8601 with an offset. A field or a parameter that is not known is refused. Whatever is refused is answered \
            by a problem document (RFC 9457) whose `errors` name each field, and nothing of it is stored. Somebody else's \
            case is a 404. Fields may be added to answers: read past those you do not know.

            Stripe and EasyPost deliver their events, each in its own form and with its own signature, to \
            `/webhooks/stripe` and `/webhooks/easypost`. The engine's own interface is below `/engine-rest`.
            """;

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }

    @Bean("redressApi")
    OpenAPI head(ObjectProvider<BuildProperties> build, @Value("${redress.base-url:}") String baseUrl) {
        String version =
                build.stream().map(BuildProperties::getVersion).findFirst().orElse("unknown");
        return new OpenAPI()
                .info(new Info().title("Redress").version(version).description(ABOUT.strip()))
                .servers(List.of(
                        new Server().url(baseUrl.isBlank() ? "/" : baseUrl).description("This installation")))
                .security(List.of(new SecurityRequirement().addList(BASIC)))
                .components(new Components()
                        .addSecuritySchemes(
                                BASIC,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("Name and password of a user, over HTTPS. There is no session.")));
    }
}
