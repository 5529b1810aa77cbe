package io.redress.core.startup;

/** A setting that the application cannot start with; shown as one line with cause and remedy. */
public class InvalidSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * @param cause what is wrong, without a full stop
     * @param remedy what to do about it, as an order, without a full stop
     */
    public InvalidSetting(String cause, String remedy) {
        super(cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
