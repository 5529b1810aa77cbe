package io.redress.sandbox;

import java.util.stream.Collectors;

/** The last words on the console: where to go, and as whom. */
final class Welcome {

    private Welcome() {}

    static String text(String base, SandboxWorld world) {
        var logins = DemoUsers.ALL.stream()
                .map(demo -> "    %-9s %s".formatted(demo.id(), demo.group()))
                .collect(Collectors.joining("\n"));
        return """

                Redress is ready.

                  Sandbox      %1$s/sandbox        orders, mails, refunds, shipments, clock, faults
                  Tasklist     %1$s/camunda/app/tasklist/
                  Cockpit      %1$s/camunda/app/cockpit/
                  API          %1$s/api/complaints    read about it at %1$s/v3/api-docs
                  Shop         %7$s    the token is %8$s
                  PostgreSQL   %2$s
                  Kept in      %3$s (delete it to begin anew)

                  Logins, each with its own name as password:
                %4$s
                  and %5$s with the password %6$s, who manages users.
                """.formatted(
                        base,
                        world.databaseUrl(),
                        world.folder(),
                        logins,
                        SandboxSettings.ADMINISTRATOR,
                        SandboxSettings.ADMINISTRATOR_PASSWORD,
                        world.shopUrl(),
                        Sandbox.SHOP_TOKEN);
    }
}
