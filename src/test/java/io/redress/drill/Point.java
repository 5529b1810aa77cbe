package io.redress.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A moment around one kind of call. */
record Point(Action action, Moment moment) {

    /** Every point there is, in the order in which a call passes them. */
    static List<Point> all() {
        var all = new ArrayList<Point>();
        for (var action : Action.values()) {
            for (var moment : Moment.values()) {
                var aboutTheRow = moment == Moment.BEFORE_ROW || moment == Moment.AFTER_COMMIT;
                if (action != Action.CANCELLATION || !aboutTheRow) {
                    all.add(new Point(action, moment));
                }
            }
        }
        return all;
    }

    @Override
    public String toString() {
        return action.name().toLowerCase(Locale.ROOT) + ": " + moment.words();
    }
}
