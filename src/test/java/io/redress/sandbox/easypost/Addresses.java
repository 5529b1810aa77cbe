package io.redress.sandbox.easypost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.state.Ids;
import io.redress.sandbox.state.Json;
import io.redress.sandbox.state.Records;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** EasyPost's addresses; verified means street, city and country are there, and it is no "Unverifiable" street. */
record Addresses(Records records, Clock clock) {

    private static final List<String> GIVEN =
            List.of("name", "company", "street1", "street2", "city", "state", "zip", "country", "phone", "email");

    /** A new address, or the known one that the request names by id. */
    ObjectNode from(JsonNode request, String field) {
        if (request.hasNonNull("id")) {
            return get(request.path("id").asText());
        }
        if (!request.isObject() || request.isEmpty()) {
            throw EasyPostError.required(field);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        var address = Json.object("id", Ids.easypost("adr"), "object", "Address", "mode", "test");
        GIVEN.forEach(name -> address.put(name, Json.text(request, name)));
        address.put("created_at", now).put("updated_at", now);
        Stream.of("carrier_facility", "residential", "federal_tax_id", "state_tax_id")
                .forEach(address::putNull);
        address.set("verifications", Json.object());
        records.put("address", address.path("id").asText(), address);
        return address;
    }

    ObjectNode get(String id) {
        return records.find("address", id).orElseThrow(EasyPostError::notFound);
    }

    /** The address in the carrier's spelling; an incomplete one is refused. */
    ObjectNode verify(ObjectNode address) {
        if (!complete(address)) {
            throw EasyPostError.refused("ADDRESS.VERIFY.FAILURE", "Unable to verify address.");
        }
        Stream.of("name", "street1", "street2", "city")
                .filter(address::hasNonNull)
                .forEach(name -> address.put(name, address.path(name).asText().toUpperCase(Locale.ROOT)));
        address.put("residential", true);
        address.set(
                "verifications",
                Json.object("delivery", Json.object("success", true, "errors", List.of(), "details", null)));
        records.put("address", address.path("id").asText(), address);
        return address;
    }

    private static boolean complete(ObjectNode address) {
        if (address.path("street1").asText("").toUpperCase(Locale.ROOT).startsWith("UNVERIFIABLE")) {
            return false;
        }
        return Stream.of("street1", "city", "country")
                .noneMatch(name -> address.path(name).asText("").isBlank()
                        || address.path(name).isNull());
    }
}
