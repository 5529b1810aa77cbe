package io.redress.security;

import io.redress.engine.StartLock;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Prepares groups, permissions, the first administrator and the shared filters, before the first request is served. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AdministratorProperties.class)
class SecuritySetup implements SmartInitializingSingleton {

    private final StartLock lock;
    private final StaffGroups groups;
    private final FirstAdministrator administrator;
    private final SharedFilters filters;

    SecuritySetup(StartLock lock, StaffGroups groups, FirstAdministrator administrator, SharedFilters filters) {
        this.lock = lock;
        this.groups = groups;
        this.administrator = administrator;
        this.filters = filters;
    }

    @Override
    public void afterSingletonsInstantiated() {
        lock.prepare(() -> {
            groups.create();
            administrator.create();
            filters.create();
        });
    }
}
