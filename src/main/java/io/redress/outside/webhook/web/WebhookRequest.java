package io.redress.outside.webhook.web;

import io.redress.core.request.ApiRequest;
import io.redress.outside.webhook.WebhookDraft;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A webhook as a manager sends it. */
@Schema(name = "WebhookChange")
record WebhookRequest(
        @NotNull
        @Size(max = 2_000)
        @Schema(
                description = "An https address that is open to everybody; redirects are not followed.",
                example = "https://example.com/redress")
        String url,

        @NotNull
        @Size(min = 1, max = 20)
        @ArraySchema(
                arraySchema = @Schema(description = "What is told.", example = "[\"complaint.received\"]"),
                schema =
                        @Schema(
                                allowableValues = {
                                    "complaint.received",
                                    "complaint.acknowledged",
                                    "complaint.decided",
                                    "complaint.closed",
                                    "complaint.reopened",
                                    "message.sent",
                                    "remedy.settled",
                                    "remedy.failed",
                                    "promise.made",
                                    "promise.kept",
                                    "promise.broken"
                                }))
        List<@NotNull String> events,

        @Size(max = 100)
        @Schema(
                description =
                        "whsec_ and 24 to 64 random bytes in base64. Where it is missing a new webhook gets one that we"
                                + " make, and an old one keeps its own.")
        String secret)
        implements ApiRequest {

    WebhookDraft draft() {
        return new WebhookDraft(url, events, secret);
    }

    /** Without the secret: this text may reach a log. */
    @Override
    public String toString() {
        return "WebhookRequest[url=%s, events=%s]".formatted(url, events);
    }
}
