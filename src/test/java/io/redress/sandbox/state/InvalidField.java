package io.redress.sandbox.state;

/** A field of a request that is not what it should be. Nothing was done. */
public final class InvalidField extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /** @param field where it stands, such as {@code order.items[0].unitPrice} */
    public InvalidField(String field, String problem) {
        super(problem);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
