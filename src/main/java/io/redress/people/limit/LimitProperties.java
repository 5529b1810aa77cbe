package io.redress.people.limit;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The limits on requests, over all nodes; {@code redress.limits.*}.
 *
 * @param enabled whether anything is limited at all
 * @param client requests a second of one login
 * @param clientBurst requests that a login which was quiet may send at once
 * @param address requests a second of one network address without a login
 * @param addressBurst requests that an address which was quiet may send at once
 * @param exempt paths that are never limited, besides health and what the login page is made of; those below them, too
 */
@Validated
@ConfigurationProperties("redress.limits")
record LimitProperties(
        @DefaultValue("true") boolean enabled,
        @Min(1) @DefaultValue("100") int client,
        @Min(1) @DefaultValue("500") int clientBurst,
        @Min(1) @DefaultValue("5") int address,
        @Min(1) @DefaultValue("100") int addressBurst,
        @NotNull @DefaultValue({}) List<String> exempt) {

    Limit perClient() {
        return new Limit(client, Math.max(client, clientBurst));
    }

    Limit perAddress() {
        return new Limit(address, Math.max(address, addressBurst));
    }
}
