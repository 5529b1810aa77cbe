package io.redress;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house, its wings and their rooms. */
@AnalyzeClasses(packagesOf = RedressApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String HOUSE = "io.redress";

    private static final String[] ENGINE_ROOMS = {
        "io.redress.engine..",
        "io.redress.redesign..",
        "io.redress.people.casedoor..",
        "io.redress.people.guard..",
        "io.redress.people.login..",
        "io.redress.people.security..",
        "io.redress.people.setup..",
        "io.redress..process.."
    };

    @ArchTest
    static final ArchRule onlyTheGlueKnowsTheEngine = noClasses()
            .that(not(resideInAnyPackage(ENGINE_ROOMS)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    /** What Camunda's own documentation hands out although it is named {@code impl}: who is logged in, and the filter. */
    private static final DescribedPredicate<JavaClass> PUBLIC_IN_DISGUISE =
            resideInAnyPackage("org.camunda.bpm.engine.impl.identity", "org.camunda.bpm.webapp.impl.security.auth");

    @ArchTest
    static final ArchRule onlyTheEngineRoomKnowsItsInnerClasses = noClasses()
            .that()
            .resideOutsideOfPackage("io.redress.engine..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.camunda..impl..").and(not(PUBLIC_IN_DISGUISE)));

    @ArchTest
    static final ArchRule everyClassHasARoom = HouseRules.everyClassHasARoom(HOUSE);

    @ArchTest
    static final ArchRule nobodyLooksOnAnothersShelves = HouseRules.nobodyLooksOnAnothersShelves(HOUSE);

    @ArchTest
    static final ArchRule wingsHaveNoCycles = HouseRules.wingsHaveNoCycles(HOUSE);

    @ArchTest
    static final ArchRule roomsHaveNoCycles = HouseRules.roomsHaveNoCycles(HOUSE);

    @ArchTest
    static final ArchRule theComplaintLooksIntoNoOtherWing = noClasses()
            .that()
            .resideInAPackage("io.redress.complaint..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.redress..")
                    .and(not(resideInAnyPackage("io.redress.complaint..", "io.redress.core.."))));

    @ArchTest
    static final ArchRule whatEveryWingSpeaksKnowsNone = noClasses()
            .that()
            .resideInAPackage("io.redress.core..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.redress..").and(not(resideInAPackage("io.redress.core.."))));

    @ArchTest
    static final ArchRule theWebStaysInItsShelf = noClasses()
            .that(not(resideInAnyPackage(
                    "io.redress..web..",
                    "io.redress.core.http..",
                    "io.redress.core.startup..",
                    "io.redress.people.casedoor..",
                    "io.redress.people.guard..",
                    "io.redress.people.login..",
                    "io.redress.people.connection..",
                    "io.redress.people.security..",
                    "io.redress.people.setup..",
                    "io.redress.engine..",
                    "io.redress..process..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web.bind..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule onlyAdaptersKnowTheProviders = noClasses()
            .that(not(resideInAnyPackage(
                    "io.redress.outside.payment.stripe..", "io.redress.outside.logistics.easypost..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.stripe..", "com.easypost..");

    @ArchTest
    static final ArchRule glueIsNobodysApi =
            classes().that().resideInAPackage("io.redress..process..").should().bePackagePrivate();
}
