package io.redress;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/**
 * The rules by which a house is cut: a root package, its wings, in a wing its rooms, and in a room at most some shelves,
 * such as {@code process} and {@code web}. They hold for any root, so that a careless change can be shown to break them.
 */
final class HouseRules {

    private HouseRules() {}

    /** Every class lies in a room; only whatever starts the application lies at the root. */
    static ArchRule everyClassHasARoom(String root) {
        return classes()
                .that(DescribedPredicate.describe(
                        "lie below " + root, one -> !one.getPackageName().equals(root)))
                .should(new ArchCondition<>("lie in a room") {
                    @Override
                    public void check(JavaClass one, ConditionEvents events) {
                        if (path(root, one).size() < 2 && !one.getSimpleName().equals("package-info")) {
                            events.add(SimpleConditionEvent.violated(one, one.getName() + " lies in no room"));
                        }
                    }
                })
                .because("whoever looks for it looks in the rooms: move it into one, or give it a room of its own,"
                        + " with a package-info that says in one sentence what it is for");
    }

    /** Whatever lies on a room's shelves is that room's own business. */
    static ArchRule nobodyLooksOnAnothersShelves(String root) {
        return classes()
                .should(new ArchCondition<>("use no shelf of another room") {
                    @Override
                    public void check(JavaClass one, ConditionEvents events) {
                        one.getDirectDependenciesFromSelf().stream()
                                .filter(dependency -> isAnothersShelf(root, dependency))
                                .forEach(dependency -> events.add(
                                        SimpleConditionEvent.violated(dependency, dependency.getDescription())));
                    }
                })
                .because("process, web and adapters change with engine, pages and providers: ask the other room's own"
                        + " classes, or move what both need out of the shelf");
    }

    private static boolean isAnothersShelf(String root, Dependency dependency) {
        List<String> from = path(root, dependency.getOriginClass());
        List<String> to = path(root, dependency.getTargetClass());
        return to.size() > 2 && (from.size() < 2 || !from.subList(0, 2).equals(to.subList(0, 2)));
    }

    /** Wings depend on each other in one direction. */
    static ArchRule wingsHaveNoCycles(String root) {
        return slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a wing that needs what needs it cannot be read alone: let the lower one ask a small interface"
                        + " that the upper one implements, or publish an event");
    }

    /** Rooms depend on each other in one direction. */
    static ArchRule roomsHaveNoCycles(String root) {
        return slices().matching(root + ".(*).(*)..")
                .should()
                .beFreeOfCycles()
                .because("rooms that need each other are one room: move the class that ties them to where it is used,"
                        + " or let the lower one ask a small interface or publish an event");
    }

    /** The packages between the root and a class; empty for a class that is not in the house. */
    private static List<String> path(String root, JavaClass one) {
        String name = one.getBaseComponentType().getPackageName();
        return name.startsWith(root + ".")
                ? List.of(name.substring(root.length() + 1).split("\\."))
                : List.of();
    }
}
