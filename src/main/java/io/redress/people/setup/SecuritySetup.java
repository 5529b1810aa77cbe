package io.redress.people.setup;

import io.redress.core.staff.Workplaces;
import io.redress.engine.settings.StartLock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/**
 * The preparation of groups, permissions, the first administrator and the shared filters, before the first request is
 * served.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AdministratorProperties.class)
class SecuritySetup implements SmartInitializingSingleton {

    private final StartLock lock;
    private final StaffGroups groups;
    private final FirstAdministrator administrator;
    private final SharedFilters filters;
    private final FilterReaders readers;
    private final ObjectProvider<Workplaces> workplaces;

    SecuritySetup(
            StartLock lock,
            StaffGroups groups,
            FirstAdministrator administrator,
            SharedFilters filters,
            FilterReaders readers,
            ObjectProvider<Workplaces> workplaces) {
        this.lock = lock;
        this.groups = groups;
        this.administrator = administrator;
        this.filters = filters;
        this.readers = readers;
        this.workplaces = workplaces;
    }

    @Override
    public void afterSingletonsInstantiated() {
        lock.prepare(() -> {
            groups.create();
            administrator.create();
            filters.create();
            // Lists that are newer than a team are shown to its members, too.
            workplaces.stream().flatMap(places -> places.groups().stream()).forEach(readers::letReadLikeHandlers);
        });
    }
}
