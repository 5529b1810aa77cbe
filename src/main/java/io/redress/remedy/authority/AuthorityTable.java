package io.redress.remedy.authority;

/** The table {@code processes/authority.dmn}, for those who ask it outside of the diagram. */
public interface AuthorityTable {

    /** Who must approve what somebody of this role would decide alone. */
    Answer ask(AuthorityQuestion stake);

    /** @param approver {@code none}, {@code lead} or {@code manager} */
    record Answer(String approver, String reason) {}
}
