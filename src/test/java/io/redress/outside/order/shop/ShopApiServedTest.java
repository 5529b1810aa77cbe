package io.redress.outside.order.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The description of the shop is read where that of our own API is. */
@SandboxTest
class ShopApiServedTest {

    private static final String ADDRESS = "/v3/api-docs/shop-api.yaml";

    @Autowired
    private SandboxDriver world;

    @Test
    void isServedToThoseWhoAreLoggedInAndShownOnThePage() {
        assertThat(world.as("system").get().uri(ADDRESS).retrieve().body(String.class))
                .startsWith("openapi: 3.1.0");
        assertThat(world.as("system")
                        .get()
                        .uri("/v3/api-docs/swagger-config")
                        .retrieve()
                        .body(String.class))
                .contains(ADDRESS, "\"/v3/api-docs\"");
        int status = world.anybody().get().uri(ADDRESS).exchange((request, response) -> response.getStatusCode()
                .value());
        assertThat(status).isEqualTo(401);
    }
}
