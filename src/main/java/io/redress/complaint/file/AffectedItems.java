package io.redress.complaint.file;

import java.util.List;

/** What of the order the complaint is about, in the order in which it was named; nothing where nothing was. */
record AffectedItems(List<AffectedItem> list) {

    AffectedItems {
        list = List.copyOf(list);
    }
}
