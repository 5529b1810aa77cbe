package io.redress.remedy.authority;

import java.util.Map;

/** The table {@code processes/authority.dmn}, for those who ask it outside of the diagram. */
public interface AuthorityTable {

    /** What the table says where nobody has to approve. */
    String NOBODY = "none";

    /** The groups whose members may approve, by the word of the table; managers may approve what leads may. */
    Map<String, String> GROUPS = Map.of("lead", "leads,managers", "manager", "managers");

    /** Who must approve what somebody of this role would decide alone. */
    Answer ask(AuthorityQuestion stake);

    /** @param approver {@code none}, {@code lead} or {@code manager} */
    record Answer(String approver, String reason) {}
}
